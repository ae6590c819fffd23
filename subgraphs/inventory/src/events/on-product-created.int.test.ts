import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import { publishEvent, republish, type TestSubgraph } from '@souk/kit/testing';
import { productCreatedV1 } from '@souk/schema/events/catalog';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, expectBalancedStock, levelsOf } from '../../test/stock.js';
import { untilHandled } from '../../test/until-handled.js';

let inventory: TestSubgraph;
let em: EntityManager;

beforeAll(async () => {
  inventory = await startTestInventory();
  em = emOf(inventory);
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => inventory.stop());

interface InitialStock {
  warehouseCode: string;
  quantity: number;
}

async function publishProduct(stocks: Record<string, InitialStock | null>, deliveries = 1): Promise<void> {
  const { nats } = inventory.running.parts;
  const productId = newId();
  const variants = Object.entries(stocks).map(([variantId, initialStock]) => ({
    variantId,
    sku: variantId,
    initialStock,
  }));
  const message = productCreatedV1({ productId, slug: productId, variants });
  const envelope = await publishEvent(nats, message, { aggregateId: productId, version: 1 });
  for (let delivery = 1; delivery < deliveries; delivery += 1) await republish(nats, envelope);
  await untilHandled(inventory, 'catalog', 'product');
}

async function changesOf(variantId: string): Promise<unknown[]> {
  const rows = await em.execute<{ payload: unknown }[]>(
    `select payload from outbox where type = 'inventory.stock-level.changed.v1' and payload ->> 'variantId' = ?`,
    [variantId],
  );
  return rows.map(({ payload }) => payload);
}

test('the stock that a new product comes with is received once, however often it is told', async () => {
  const variantId = newId();
  await publishProduct({ [variantId]: { warehouseCode: 'BER', quantity: 7 } }, 2);
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 7, reserved: 0 } });
  expect(await changesOf(variantId)).toEqual([{ variantId, warehouseCode: 'BER', onHand: 7, available: 7 }]);
});

test('a variant is stocked once in its life, even if another event says otherwise', async () => {
  const variantId = newId();
  await publishProduct({ [variantId]: { warehouseCode: 'BER', quantity: 7 } });
  await publishProduct({ [variantId]: { warehouseCode: 'LYS', quantity: 9 } });
  expect(await levelsOf(em, variantId)).toEqual({
    BER: { onHand: 7, reserved: 0 },
    LYS: { onHand: 0, reserved: 0 },
  });
});

test('each variant of a product is received where it lies; those without stock are merely known', async () => {
  const [here, there, nowhere, empty] = [newId(), newId(), newId(), newId()];
  await publishProduct({
    [here]: { warehouseCode: 'BER', quantity: 1 },
    [there]: { warehouseCode: 'LYS', quantity: 2 },
    [nowhere]: null,
    [empty]: { warehouseCode: 'BER', quantity: 0 },
  });
  expect(await levelsOf(em, there)).toEqual({ LYS: { onHand: 2, reserved: 0 } });
  expect(await levelsOf(em, nowhere)).toEqual({});
  expect(await levelsOf(em, empty)).toEqual({ BER: { onHand: 0, reserved: 0 } });
  expect(await em.execute('select id from variant where id in (?)', [[here, there, nowhere, empty]])).toHaveLength(4);
});

test('a warehouse that nobody has described is opened when goods arrive in it', async () => {
  await publishProduct({ [newId()]: { warehouseCode: 'oslo-1', quantity: 3 } });
  const [warehouse] = await em.execute(`select code, name, country_code from warehouse where code = 'OSLO-1'`);
  expect(warehouse).toEqual({ code: 'OSLO-1', name: 'OSLO-1', country_code: null });
});

test('goods for a place that cannot be one become a dead letter, and nothing of them is kept', async () => {
  const variantId = newId();
  await publishProduct({ [variantId]: { warehouseCode: 'not a code', quantity: 3 } });
  expect(await em.execute('select error_class from dead_letter')).toEqual([{ error_class: 'InvalidWarehouseError' }]);
  expect(await em.execute('select id from variant where id = ?', [variantId])).toEqual([]);
});

test('what is written into the ledger cannot be changed or taken out by the application', async () => {
  await publishProduct({ [newId()]: { warehouseCode: 'BER', quantity: 1 } });
  for (const sql of [
    'update stock_movement set quantity = 2',
    'delete from stock_movement',
    'truncate stock_movement',
    'update reservation_line set quantity = 2',
    'delete from reservation_line',
  ])
    await expect(em.execute(sql)).rejects.toThrow('permission denied');
});
