import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, aStaffMember } from '@souk/kit/testing';
import { operations } from '../../test/cart-operations.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let cart: TestCart;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());

async function change(caller: Caller, operation: 'add' | 'change' | 'remove' | 'clear', input: object) {
  const { data, errors } = await cart.send(caller, operations[operation], { input });
  return { answer: data?.answer, code: errors?.[0]?.extensions.code };
}

async function linesOf(caller: Caller): Promise<Record<string, number>> {
  const { data } = await cart.send(caller, operations.cart);
  const lines = data.cart.lines as { variant: { id: string }; quantity: number }[];
  return Object.fromEntries(lines.map(({ variant, quantity }) => [variant.id, quantity]));
}

const lineOf = (variantId: string, quantity: number) => ({ lines: [{ variantId, quantity }] });

test.each([
  ['a customer', () => aCustomer(newId())],
  ['a guest', () => aGuest(newId())],
  ['a member of staff', () => aStaffMember(newId(), [])],
])('%s has a cart that is empty at first and stays the same cart', async (_who, someone) => {
  const caller = someone();
  const first = await cart.send(caller, operations.cart);
  expect(first.data.cart).toEqual({ id: expect.any(String), version: 0, lines: [], totalQuantity: 0 });
  const second = await cart.send(caller, operations.cart);
  expect(second.data.cart.id).toBe(first.data.cart.id);
});

test('what is added, changed, removed and cleared is what the cart holds', async () => {
  const caller = aCustomer(newId());
  const [shirt, hat] = [cart.shop.sell(), cart.shop.sell()];
  const { answer: added } = await change(caller, 'add', {
    lines: [...lineOf(shirt, 2).lines, ...lineOf(hat, 1).lines, ...lineOf(shirt, 1).lines],
  });
  expect(added).toMatchObject({ version: 1, replayed: false, userErrors: [], cart: { version: 1, totalQuantity: 4 } });
  expect(await linesOf(caller)).toEqual({ [shirt]: 3, [hat]: 1 });
  await change(caller, 'change', { lines: [...lineOf(shirt, 7).lines, ...lineOf(hat, 0).lines] });
  expect(await linesOf(caller)).toEqual({ [shirt]: 7 });
  await change(caller, 'add', lineOf(hat, 5));
  await change(caller, 'remove', { variantIds: [shirt, newId()] });
  expect(await linesOf(caller)).toEqual({ [hat]: 5 });
  const { answer: cleared } = await change(caller, 'clear', {});
  expect(cleared).toMatchObject({ version: 5, cart: { lines: [] } });
});

test('clearing needs no input at all', async () => {
  const { data } = await cart.send(
    aGuest(newId()),
    'mutation { clearCart { cart { lines { id } } userErrors { code } } }',
  );
  expect(data.clearCart).toEqual({ cart: { lines: [] }, userErrors: [] });
});

test('eight simultaneous adds of one item are eight units', async () => {
  const caller = aCustomer(newId());
  const shirt = cart.shop.sell();
  const answers = await Promise.all(Array.from({ length: 8 }, () => change(caller, 'add', lineOf(shirt, 1))));
  expect(answers.every(({ answer }) => answer.userErrors.length === 0)).toBe(true);
  expect(await linesOf(caller)).toEqual({ [shirt]: 8 });
});

test('a repeated request with the same key gets the same answer and changes nothing, also many at once', async () => {
  const caller = aCustomer(newId());
  const shirt = cart.shop.sell();
  const input = { ...lineOf(shirt, 2), idempotencyKey: newId(), expectedVersion: 0 };
  const answers = await Promise.all(Array.from({ length: 5 }, () => change(caller, 'add', input)));
  expect(answers.filter(({ answer }) => !answer.replayed)).toHaveLength(1);
  expect(answers.every(({ answer }) => answer.version === 1)).toBe(true);
  await change(caller, 'add', lineOf(shirt, 1));
  const late = await change(caller, 'add', input);
  expect(late.answer).toMatchObject({ replayed: true, version: 1, cart: { version: 2, totalQuantity: 3 } });
});

test('a repeated request is answered though the item is not sold any more, and though catalog is away', async () => {
  const caller = aCustomer(newId());
  const shirt = cart.shop.sell();
  const input = { ...lineOf(shirt, 2), idempotencyKey: newId() };
  await change(caller, 'add', input);
  cart.shop.variant(shirt).isActive = false;
  expect((await change(caller, 'add', input)).answer).toMatchObject({ replayed: true, userErrors: [] });
  await cart.shop.close();
  expect((await change(caller, 'add', input)).answer).toMatchObject({ replayed: true, userErrors: [] });
  cart.shop.open();
});

test('a key that was used for another request is refused', async () => {
  const caller = aCustomer(newId());
  const shirt = cart.shop.sell();
  const idempotencyKey = newId();
  await change(caller, 'add', { ...lineOf(shirt, 2), idempotencyKey });
  expect((await change(caller, 'add', { ...lineOf(shirt, 3), idempotencyKey })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await change(caller, 'change', { ...lineOf(shirt, 2), idempotencyKey })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await change(caller, 'clear', { idempotencyKey })).code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await linesOf(caller)).toEqual({ [shirt]: 2 });
});

test('the same key of somebody else is another wish', async () => {
  const shirt = cart.shop.sell();
  const input = { ...lineOf(shirt, 2), idempotencyKey: newId() };
  await change(aCustomer(newId()), 'add', input);
  expect((await change(aCustomer(newId()), 'add', input)).answer).toMatchObject({ replayed: false });
});

test('a change that expects another version fails with CONFLICT and changes nothing', async () => {
  const caller = aCustomer(newId());
  const shirt = cart.shop.sell();
  await change(caller, 'add', lineOf(shirt, 1));
  expect((await change(caller, 'add', { ...lineOf(shirt, 1), expectedVersion: 0 })).code).toBe('CONFLICT');
  expect((await change(caller, 'clear', { expectedVersion: 2 })).code).toBe('CONFLICT');
  const { answer } = await change(caller, 'change', { ...lineOf(shirt, 4), expectedVersion: 1 });
  expect(answer.cart).toMatchObject({ version: 2, totalQuantity: 4 });
});

test.each([0, -1, 1_000, 2_147_483_647])('adding %d units is refused and changes nothing', async (quantity) => {
  const caller = aCustomer(newId());
  const { answer } = await change(caller, 'add', lineOf(cart.shop.sell(), quantity));
  expect(answer).toMatchObject({
    cart: null,
    userErrors: [{ code: 'INVALID_QUANTITY', path: ['input', 'lines', '0', 'quantity'] }],
  });
  expect(await linesOf(caller)).toEqual({});
});

test.each([1.5, 1e12, '3', null])('the quantity %p is no number of units', async (quantity) => {
  const input = { lines: [{ variantId: newId(), quantity }] };
  expect((await change(aCustomer(newId()), 'add', input)).code).toBe('BAD_USER_INPUT');
});

test('a line never exceeds 999 units, and a refused request leaves its other lines out as well', async () => {
  const caller = aCustomer(newId());
  const [shirt, hat] = [cart.shop.sell(), cart.shop.sell()];
  await change(caller, 'add', lineOf(shirt, 998));
  const { answer } = await change(caller, 'add', { lines: [...lineOf(hat, 1).lines, ...lineOf(shirt, 2).lines] });
  expect(answer.userErrors).toMatchObject([{ code: 'INVALID_QUANTITY' }]);
  expect(await linesOf(caller)).toEqual({ [shirt]: 998 });
  expect((await change(caller, 'change', lineOf(shirt, 1_000))).answer.userErrors).toMatchObject([
    { code: 'INVALID_QUANTITY' },
  ]);
});

test('a cart holds at most 100 different items', async () => {
  const caller = aCustomer(newId());
  const items = Array.from({ length: 101 }, () => ({ variantId: cart.shop.sell(), quantity: 1 }));
  expect((await change(caller, 'add', { lines: items })).answer.userErrors).toMatchObject([{ code: 'CART_FULL' }]);
  await change(caller, 'add', { lines: items.slice(0, 100) });
  expect((await change(caller, 'add', { lines: items.slice(100) })).answer.userErrors).toMatchObject([
    { code: 'CART_FULL' },
  ]);
  expect((await change(caller, 'add', { lines: items.slice(0, 1) })).answer.cart.totalQuantity).toBe(101);
});

test('items that are unknown or not sold any more are refused by name, and catalog is asked once', async () => {
  const caller = aCustomer(newId());
  const [unknown, withdrawn, sold] = [newId(), cart.shop.sell({ isActive: false }), cart.shop.sell()];
  const lines = [unknown, withdrawn, sold].map((variantId) => ({ variantId, quantity: 1 }));
  const before = cart.shop.timesAsked;
  const { answer } = await change(caller, 'add', { lines });
  expect(answer.userErrors).toEqual([
    { code: 'VARIANT_NOT_FOUND', path: ['input', 'lines'], variantIds: [unknown, withdrawn] },
  ]);
  expect(cart.shop.timesAsked).toBe(before + 1);
  expect(await linesOf(caller)).toEqual({});
});

test('what is not sold any more can still be taken out, also while catalog is away', async () => {
  const caller = aCustomer(newId());
  const [shirt, hat] = [cart.shop.sell(), cart.shop.sell()];
  await change(caller, 'add', { lines: [...lineOf(shirt, 1).lines, ...lineOf(hat, 1).lines] });
  cart.shop.variant(shirt).isActive = false;
  expect((await change(caller, 'change', lineOf(shirt, 0))).answer.userErrors).toEqual([]);
  await cart.shop.close();
  expect((await change(caller, 'add', lineOf(hat, 1))).code).toBe('SERVICE_UNAVAILABLE');
  expect((await change(caller, 'remove', { variantIds: [hat] })).answer.cart.lines).toEqual([]);
  cart.shop.open();
});

test.each(['', 'nonsense', newId().toUpperCase()])('the item id "%s" is malformed', async (variantId) => {
  expect((await change(aCustomer(newId()), 'add', lineOf(variantId, 1))).code).toBe('BAD_USER_INPUT');
  expect((await change(aCustomer(newId()), 'remove', { variantIds: [variantId] })).code).toBe('BAD_USER_INPUT');
});

test('an idempotency key has 16 to 255 characters', async () => {
  for (const idempotencyKey of ['short', 'x'.repeat(256)]) {
    expect((await change(aCustomer(newId()), 'clear', { idempotencyKey })).code).toBe('BAD_USER_INPUT');
  }
});

test('a price cannot be sent: there is no such field', async () => {
  const lines = [{ variantId: newId(), quantity: 1, unitPrice: { amountMinor: 1, currency: 'EUR' } }];
  expect((await change(aCustomer(newId()), 'add', { lines })).code).toBe('BAD_USER_INPUT');
});

test('without a token there is no cart, and neither is there with the link to an order', async () => {
  const holder: Caller = { kind: 'order-link', roles: ['GUEST'], scopes: [], orderId: newId() };
  for (const caller of [anonymous, holder]) {
    const read = await cart.send(caller, operations.cart);
    expect([read.data.cart, read.errors?.[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
    expect((await change(caller, 'clear', {})).code).toBe('UNAUTHENTICATED');
  }
});

test("somebody else's cart is not there, by whatever way", async () => {
  const owner = aCustomer(newId());
  const { data } = await cart.send(owner, operations.cart);
  const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "Cart", id: $id }]) { ... on Cart { id } } }`;
  const own = await cart.send(owner, entity, { id: data.cart.id });
  expect(own.data._entities).toEqual([{ id: data.cart.id }]);
  const strange = await cart.send(aCustomer(newId()), entity, { id: data.cart.id });
  expect(strange.data._entities).toEqual([null]);
  const nobody = await cart.send(anonymous, entity, { id: data.cart.id });
  expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

const prices = `query ($currency: CurrencyCode!) { cart {
  lines { quantity unitPrice(currency: $currency) { amountMinor currency } lineTotal(currency: $currency) { amountMinor } }
  subtotal(currency: $currency) { amountMinor } } }`;

test('prices are those of catalog, asked for once for the whole cart', async () => {
  const caller = aCustomer(newId());
  const lines = [cart.shop.sell({ prices: { EUR: 1_999, USD: 2_100 } }), cart.shop.sell()].map((variantId, index) => ({
    variantId,
    quantity: index + 2,
  }));
  await change(caller, 'add', { lines });
  const before = cart.shop.timesAsked;
  const { data } = await cart.send(caller, prices, { currency: 'EUR' });
  expect(data.cart).toEqual({
    lines: [
      { quantity: 2, unitPrice: { amountMinor: 1_999, currency: 'EUR' }, lineTotal: { amountMinor: 3_998 } },
      { quantity: 3, unitPrice: { amountMinor: 1_000, currency: 'EUR' }, lineTotal: { amountMinor: 3_000 } },
    ],
    subtotal: { amountMinor: 6_998 },
  });
  expect(cart.shop.timesAsked).toBe(before + 1);
});

test('a line without a price in a currency has none, and neither has the sum', async () => {
  const caller = aCustomer(newId());
  const lines = [cart.shop.sell({ prices: { EUR: 1_999 } }), cart.shop.sell()].map((variantId) => ({
    variantId,
    quantity: 1,
  }));
  await change(caller, 'add', { lines });
  const { data } = await cart.send(caller, prices, { currency: 'USD' });
  expect(data.cart.lines.map((line: { unitPrice: unknown }) => line.unitPrice)).toEqual([
    null,
    { amountMinor: 1_100, currency: 'USD' },
  ]);
  expect(data.cart.subtotal).toBeNull();
});

test('while catalog is away the cart is there, only its prices are not', async () => {
  const caller = aCustomer(newId());
  await change(caller, 'add', lineOf(cart.shop.sell(), 2));
  await cart.shop.close();
  const { data, errors } = await cart.send(caller, prices, { currency: 'EUR' });
  expect(data.cart).toEqual({ lines: [{ quantity: 2, unitPrice: null, lineTotal: null }], subtotal: null });
  expect(errors?.every(({ extensions }) => extensions.code === 'SERVICE_UNAVAILABLE')).toBe(true);
  cart.shop.open();
});
