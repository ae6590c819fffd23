import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { TestShop } from '../../test/test-shop.js';
import { LoadFigures } from '../people/load-figures.js';
import { readSamples } from './samples.js';

let shop: TestShop;
beforeAll(async () => {
  shop = await TestShop.open('orders', 'inventory');
}, 60_000);
afterAll(() => shop.close());

const began = Date.parse('2026-01-01T00:00:00Z');

async function write(id: string) {
  await shop.insert('orders', 'outbox', {
    event_id: id,
    aggregate_type: 'orders.order',
    aggregate_id: newId(),
    event_version: 1,
    type: 'orders.order.placed.v1',
    payload: {},
    headers: {},
    created_at: new Date(began),
  });
}

function handle(id: string, consumer: string, afterMs: number) {
  const receipt = { consumer, event_id: id, aggregate_id: newId(), version: 1 };
  return shop.insert('inventory', 'inbox', { ...receipt, handled_at: new Date(began + afterMs) });
}

test('each handling of an event is one duration; what nobody committed has none', async () => {
  const event = newId();
  await write(event);
  await handle(event, 'one', 20);
  await handle(event, 'another', 35);
  await handle(newId(), 'one', 1_000);
  const figures = new LoadFigures();
  figures.placeOrderMs.push(10.4, 9.6);
  expect(await readSamples(figures, shop.books)).toEqual({
    placeOrder: { 10: 2 },
    reads: {},
    eventsHandled: { 20: 1, 35: 1 },
  });
});
