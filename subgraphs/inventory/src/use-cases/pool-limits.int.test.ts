import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { type ManyConnections, openManyConnections } from '../../test/many-connections.js';
import { expectBalancedStock, heat, poolOf, stockedVariant, tendPoolsOf } from '../../test/stock.js';
import { reserveStock } from './reserve-stock.js';

let connections: ManyConnections;
let em: EntityManager;

beforeAll(async () => {
  connections = await openManyConnections(1);
  em = connections.em();
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => connections.stop());

test('no more than a thousand units are laid out', async () => {
  const variantId = await stockedVariant(em, 1_200);
  await heat(em, variantId);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 1_000, taken: 0 });
  const order = { orderId: newId(), lines: [{ variantId, quantity: 1_100 }], destinationCountryCode: 'DE' };
  await inTransaction(em, (transaction) => reserveStock(transaction, order));
  await tendPoolsOf(em, variantId);
  expect(await poolOf(em, variantId)).toEqual({ pooled: 100, taken: 0 });
});

test.each([
  ['a unit that is not on hand', 'insert into stock_unit select variant_id, warehouse_id, 3 from stock_level'],
  ['a promise that the pool already gave', 'update stock_level set reserved = reserved + 1'],
  ['a pool above its limit', 'update stock_level set on_hand = 5000, pooled = 1001'],
])('the database itself refuses %s', async (_what, sql) => {
  const variantId = await stockedVariant(em, 2);
  await heat(em, variantId);
  const attempt = inTransaction(em, (transaction) => transaction.execute(`${sql} where variant_id = ?`, [variantId]));
  await expect(attempt).rejects.toThrow(/check constraint/);
});
