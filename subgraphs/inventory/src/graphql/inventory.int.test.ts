import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import type { EntityManager } from '@souk/kit/persistence';
import { aCustomer, aStaffMember, eventually, type TestSubgraph } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, expectBalancedStock, levelsOf, poolOf, stockedVariant } from '../../test/stock.js';
import { seedDemoWarehouses } from '../seed/seed-demo-warehouses.js';

let inventory: TestSubgraph;
let em: EntityManager;
const staff = aStaffMember(newId(), ['inventory:read', 'inventory:write']);

beforeAll(async () => {
  inventory = await startTestInventory('demo');
  em = emOf(inventory);
}, 60_000);
afterEach(() => expectBalancedStock(em));
afterAll(() => inventory.stop());

const adjustStock = `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) {
  replayed stockLevel { id onHand reserved available version variant { id availability { available } } warehouse { code } }
  movement { kind quantity onHandAfter reason note staffId } userErrors { code path } } }`;
const setLowStockThreshold = `mutation ($input: SetLowStockThresholdInput!) { setLowStockThreshold(input: $input) {
  stockLevel { lowStockThreshold version } userErrors { code path } } }`;
const setStockPooling = `mutation ($input: SetStockPoolingInput!) { setStockPooling(input: $input) {
  stockLevel { pooling pooled reserved available version } userErrors { code path } } }`;
const createWarehouse = `mutation ($input: CreateWarehouseInput!) { createWarehouse(input: $input) {
  warehouse { id code name priority countryCode openedAt } userErrors { code path } } }`;
const stockLevels = `query ($variantId: ID, $warehouseCode: String, $first: Int, $after: String) {
  stockLevels(variantId: $variantId, warehouseCode: $warehouseCode, first: $first, after: $after) {
    nodes { onHand variant { id } warehouse { code } } pageInfo { hasNextPage endCursor } } }`;
const stockMovements = `query ($variantId: ID!, $warehouseCode: String, $first: Int, $after: String) {
  stockMovements(variantId: $variantId, warehouseCode: $warehouseCode, first: $first, after: $after) {
    nodes { kind quantity onHandAfter reason warehouse { code } occurredAt } pageInfo { hasNextPage endCursor } } }`;
const warehouses = `query ($first: Int, $after: String) { warehouses(first: $first, after: $after) {
  nodes { code } pageInfo { hasNextPage endCursor } } }`;
const availability = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
  ... on ProductVariant { id availability { inStock available } } } }`;

function anAdjustment(variantId: string, more: object = {}) {
  return { variantId, warehouseCode: 'BER', delta: 5, reason: 'DELIVERY', idempotencyKey: newId(), ...more };
}

async function adjust(input: object) {
  const { data, errors } = await inventory.send(staff, adjustStock, { input });
  return { ...data?.adjustStock, error: errors?.[0]?.extensions.code };
}

const reference = (id: string) => ({ __typename: 'ProductVariant', id });

test('anybody may see how much of a variant can be ordered, over all warehouses', async () => {
  const variantId = await stockedVariant(em, 3, 'BER');
  await adjust(anAdjustment(variantId, { warehouseCode: 'LYS', delta: 4 }));
  await anOrder(inventory, [{ variantId, quantity: 5 }]).place();
  const unknown = newId();
  const { data } = await inventory.send(anonymous, availability, {
    ids: [variantId, unknown, 'nonsense'].map(reference),
  });
  expect(data._entities).toEqual([
    { id: variantId, availability: { inStock: true, available: 2 } },
    { id: unknown, availability: { inStock: false, available: 0 } },
    null,
  ]);
});

test('staff correct what is on hand, and the ledger says who, how and why', async () => {
  const variantId = await stockedVariant(em, 10);
  const answer = await adjust(anAdjustment(variantId, { delta: -2, reason: 'DAMAGE', note: 'fell down' }));
  expect(answer).toMatchObject({
    replayed: false,
    stockLevel: { onHand: 8, available: 8, version: 2, warehouse: { code: 'BER' }, variant: { id: variantId } },
    movement: {
      kind: 'ADJUSTED',
      quantity: -2,
      onHandAfter: 8,
      reason: 'DAMAGE',
      note: 'fell down',
      staffId: staff.id,
    },
    userErrors: [],
  });
});

test('the same wish sent twice, even at once, changes the stock once', async () => {
  const variantId = await stockedVariant(em, 10);
  const input = anAdjustment(variantId);
  const answers = await Promise.all([adjust(input), adjust(input)]);
  expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
  expect(await adjust(input)).toMatchObject({ replayed: true, stockLevel: { onHand: 15 } });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 15, reserved: 0 } });
});

test('a key that was used for another wish is refused, even when the kit has forgotten it', async () => {
  const variantId = await stockedVariant(em, 10);
  const input = anAdjustment(variantId);
  await adjust(input);
  expect(await adjust({ ...input, delta: 6 })).toMatchObject({ error: 'IDEMPOTENCY_KEY_REUSED' });
  await em.execute('delete from idempotency');
  expect(await adjust(input)).toMatchObject({ error: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 15, reserved: 0 } });
});

test('units that are promised to an order cannot be taken away', async () => {
  const variantId = await stockedVariant(em, 5);
  await anOrder(inventory, [{ variantId, quantity: 3 }]).place();
  const answer = await adjust(anAdjustment(variantId, { delta: -3, reason: 'LOSS' }));
  expect(answer).toMatchObject({ userErrors: [{ code: 'INSUFFICIENT_STOCK', path: ['input', 'delta'] }] });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 5, reserved: 3 } });
});

test('who counted something that has changed since is told, but reservations do not count as a change', async () => {
  const variantId = await stockedVariant(em, 5);
  await anOrder(inventory, [{ variantId, quantity: 1 }]).place();
  const inTime = await adjust(anAdjustment(variantId, { expectedVersion: 1 }));
  expect(inTime).toMatchObject({ stockLevel: { onHand: 10, reserved: 1, version: 2 } });
  expect(await adjust(anAdjustment(variantId, { expectedVersion: 1 }))).toMatchObject({ error: 'CONFLICT' });
});

test.each([
  ['NOT_FOUND', { variantId: newId() }],
  ['NOT_FOUND', { warehouseCode: 'NOWHERE' }],
  ['NOT_FOUND', { warehouseCode: 'not a code' }],
  ['INVALID_QUANTITY', { delta: 0 }],
  ['INVALID_QUANTITY', { delta: -1 }],
  ['INVALID_QUANTITY', { delta: 1_000_000_000 }],
  ['INVALID_NOTE', { note: 'x'.repeat(501) }],
])('a correction is refused with %s for %j, and nothing changes', async (code, mistake) => {
  const variantId = await stockedVariant(em, 5);
  expect(await adjust(anAdjustment(variantId, mistake))).toMatchObject({ userErrors: [{ code }] });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 5, reserved: 0 } });
});

test.each([
  { delta: 1.5 },
  { delta: 3_000_000_000 },
  { variantId: 'nonsense' },
  { idempotencyKey: 'short' },
  { reason: 'THEFT' },
])('a malformed correction is refused: %j', async (mistake) => {
  const variantId = await stockedVariant(em, 5);
  expect(await adjust(anAdjustment(variantId, mistake))).toMatchObject({ error: 'BAD_USER_INPUT' });
  expect(await levelsOf(em, variantId)).toEqual({ BER: { onHand: 5, reserved: 0 } });
});

test('an alarm is set and taken away', async () => {
  const variantId = await stockedVariant(em, 5);
  const set = async (threshold: number | null) => {
    const input = { variantId, warehouseCode: 'BER', threshold };
    return (await inventory.send(staff, setLowStockThreshold, { input })).data.setLowStockThreshold;
  };
  expect(await set(3)).toEqual({ stockLevel: { lowStockThreshold: 3, version: 1 }, userErrors: [] });
  expect(await set(0)).toMatchObject({ stockLevel: null, userErrors: [{ code: 'INVALID_THRESHOLD' }] });
  expect(await set(null)).toMatchObject({ stockLevel: { lowStockThreshold: null } });
});

test('staff have units laid out before a sale, and what is taken from them counts as reserved', async () => {
  const variantId = await stockedVariant(em, 5);
  const set = async (input: object) => {
    const { data, errors } = await inventory.send(staff, setStockPooling, {
      input: { variantId, warehouseCode: 'BER', ...input },
    });
    return { ...data?.setStockPooling, error: errors?.[0]?.extensions.code };
  };
  expect(await set({ pooling: 'ALWAYS' })).toMatchObject({ stockLevel: { pooling: 'ALWAYS' }, userErrors: [] });
  await eventually(async () => expect(await poolOf(em, variantId)).toEqual({ pooled: 5, taken: 0 }));
  await anOrder(inventory, [{ variantId, quantity: 2 }]).place();
  expect(await set({ pooling: 'AUTOMATIC' })).toMatchObject({
    stockLevel: { pooling: 'AUTOMATIC', reserved: 2, available: 3, version: 1 },
  });
  await eventually(async () => expect(await poolOf(em, variantId)).toEqual({ pooled: 0, taken: 0 }));
  expect(await set({ pooling: 'ALWAYS', variantId: newId() })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  expect(await set({ pooling: 'NEVER' })).toMatchObject({ error: 'BAD_USER_INPUT' });
});

test('a warehouse is opened once, and its code is taken then', async () => {
  const input = { code: 'waw', name: 'Warsaw', priority: 4, countryCode: 'PL' };
  const { data } = await inventory.send(staff, createWarehouse, { input });
  expect(data.createWarehouse.warehouse).toMatchObject({ code: 'WAW', name: 'Warsaw', priority: 4, countryCode: 'PL' });
  const again = await inventory.send(staff, createWarehouse, { input });
  expect(again.data.createWarehouse).toMatchObject({ warehouse: null, userErrors: [{ code: 'WAREHOUSE_CODE_TAKEN' }] });
  const nameless = await inventory.send(staff, createWarehouse, { input: { ...input, code: 'GDN', name: ' ' } });
  expect(nameless.data.createWarehouse.userErrors).toEqual([{ code: 'INVALID_WAREHOUSE', path: ['input', 'name'] }]);
});

test("staff page through a variant's levels and its ledger, newest movement first", async () => {
  const variantId = await stockedVariant(em, 5, 'BER');
  await adjust(anAdjustment(variantId, { warehouseCode: 'LYS', delta: 7 }));
  const first = (await inventory.send(staff, stockLevels, { variantId, first: 1 })).data.stockLevels;
  expect(first.nodes).toEqual([{ onHand: 5, variant: { id: variantId }, warehouse: { code: 'BER' } }]);
  const { endCursor: after } = first.pageInfo;
  const second = (await inventory.send(staff, stockLevels, { variantId, first: 1, after })).data.stockLevels;
  expect(second).toMatchObject({
    nodes: [{ onHand: 7, warehouse: { code: 'LYS' } }],
    pageInfo: { hasNextPage: false },
  });
  const ledger = (await inventory.send(staff, stockMovements, { variantId, first: 1 })).data.stockMovements;
  expect(ledger).toMatchObject({
    nodes: [{ kind: 'RECEIVED', quantity: 7, reason: 'DELIVERY', warehouse: { code: 'LYS' } }],
  });
  const rest = { variantId, after: ledger.pageInfo.endCursor };
  const older = (await inventory.send(staff, stockMovements, rest)).data.stockMovements;
  expect(older.nodes).toMatchObject([{ kind: 'RECEIVED', quantity: 5, reason: null, warehouse: { code: 'BER' } }]);
});

test('levels and movements can be asked for in one warehouse alone', async () => {
  const variantId = await stockedVariant(em, 5, 'BER');
  await adjust(anAdjustment(variantId, { warehouseCode: 'MAD', delta: 7 }));
  const inMadrid = { variantId, warehouseCode: 'MAD' };
  const levels = (await inventory.send(staff, stockLevels, inMadrid)).data.stockLevels;
  expect(levels.nodes).toMatchObject([{ onHand: 7, warehouse: { code: 'MAD' } }]);
  const ledger = (await inventory.send(staff, stockMovements, inMadrid)).data.stockMovements;
  expect(ledger.nodes).toMatchObject([{ quantity: 7 }]);
  const nowhere = (await inventory.send(staff, stockMovements, { variantId, warehouseCode: 'NOWHERE' })).data;
  expect(nowhere.stockMovements.nodes).toEqual([]);
});

test('warehouses come by priority, page after page', async () => {
  const first = (await inventory.send(staff, warehouses, { first: 2 })).data.warehouses;
  expect(first.nodes).toEqual([{ code: 'BER' }, { code: 'LYS' }]);
  const next = (await inventory.send(staff, warehouses, { first: 1, after: first.pageInfo.endCursor })).data.warehouses;
  expect(next.nodes).toEqual([{ code: 'MAD' }]);
});

const cursorOf = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');

test.each([
  ['stockLevels', stockLevels, { variantId: 'nonsense' }],
  ['stockLevels', stockLevels, { first: 101 }],
  ['stockLevels', stockLevels, { after: 'nonsense' }],
  ['stockLevels', stockLevels, { after: cursorOf(['nonsense']) }],
  ['stockMovements', stockMovements, { variantId: newId(), after: cursorOf([1]) }],
  ['warehouses', warehouses, { after: cursorOf(['BER', 1]) }],
])('%s refuses malformed arguments', async (_field, query, variables) => {
  const { errors } = await inventory.send(staff, query, variables);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  ['stockLevels', stockLevels, {}],
  ['stockMovements', stockMovements, { variantId: newId() }],
  ['warehouses', warehouses, {}],
  ['adjustStock', adjustStock, { input: anAdjustment(newId()) }],
  ['setLowStockThreshold', setLowStockThreshold, { input: { variantId: newId(), warehouseCode: 'BER' } }],
  ['setStockPooling', setStockPooling, { input: { variantId: newId(), warehouseCode: 'BER', pooling: 'ALWAYS' } }],
  ['createWarehouse', createWarehouse, { input: { code: 'X', name: 'X', priority: 1, countryCode: 'DE' } }],
])('%s is for staff alone', async (_field, query, variables) => {
  const stranger = await inventory.send(anonymous, query, variables);
  expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const customer = await inventory.send(aCustomer(newId()), query, variables);
  expect(customer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the stock behind a variant is not reached by another way than the staff’s own', async () => {
  const query = 'query ($ids: [_Any!]!) { _entities(representations: $ids) { __typename } }';
  const { errors } = await inventory.send(aCustomer(newId()), query, {
    ids: [{ __typename: 'StockLevel', id: newId() }],
  });
  expect(errors).toHaveLength(1);
});

test('without the assertion of the router nothing is answered', async () => {
  const response = await fetch(`${inventory.running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: availability, variables: { ids: [reference(newId())] } }),
  });
  expect(response.status).toBe(401);
});

test('opening the warehouses of the demo again changes nothing', async () => {
  await seedDemoWarehouses(em);
  const { data } = await inventory.send(staff, warehouses, { first: 3 });
  expect(data.warehouses.nodes).toEqual([{ code: 'BER' }, { code: 'LYS' }, { code: 'MAD' }]);
});
