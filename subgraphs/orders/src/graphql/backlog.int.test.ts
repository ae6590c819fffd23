import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { aCustomer } from '@souk/kit/testing';
import { OrderDesk } from '../../test/order-desk.js';

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
}, 60_000);
afterAll(() => desk.close());

/** What no stream takes stays in the outbox. */
const unpublishable = 'nowhere.thing.happened.v1';

function measure(): Promise<void> {
  const { orm, outbox } = desk.orders.running.parts;
  return outbox.measure(orm.em.fork());
}

test('no orders are taken while a hundred thousand events wait to be published, but who asks again is answered', async () => {
  const customer = aCustomer(newId());
  const input = { idempotencyKey: newId(), quoteId: newId() };
  const { data } = await desk.place(customer, input);
  await desk.query(
    `insert into outbox (event_id, aggregate_type, aggregate_id, event_version, type, payload, headers)
     select gen_random_uuid(), 'nowhere.thing', gen_random_uuid(), 1, '${unpublishable}', '{}', '{}'
     from generate_series(1, 100001)`,
  );
  await measure();
  const { errors } = await desk.place(customer);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: 5_000 });
  const again = await desk.place(customer, input);
  expect(again.data.placeOrder).toMatchObject({ order: { id: data.placeOrder.order.id }, replayed: true });
  await desk.query('delete from outbox where type = ?', [unpublishable]);
  await measure();
  expect((await desk.place(customer)).data.placeOrder.userErrors).toEqual([]);
}, 60_000);
