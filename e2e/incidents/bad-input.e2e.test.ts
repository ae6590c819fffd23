import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import {
  AddCartLinesDocument,
  CartContentsDocument,
  MeDocument,
  MyOrdersDocument,
  OrderDetailsDocument,
} from '@souk/schema/generated/graphql';
import { z } from 'zod';
import { config } from '../src/config.js';
import { type Goods, goodsInStock } from '../src/goods.js';
import { aCustomer, passerBy, theManager, type Visitor } from '../src/visitors.js';

let customer: Visitor;
let goods: Goods;

beforeAll(async () => {
  [goods, customer] = await Promise.all([goodsInStock(await theManager(), 1), aCustomer()]);
  await customer.shop.run(AddCartLinesDocument, { input: { lines: [{ variantId: goods.variantId, quantity: 1 }] } });
});

const answerSchema = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional() });
const codeOf = (answer: unknown) => answerSchema.parse(answer).errors?.[0]?.extensions.code;

async function post(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; code: string | undefined }> {
  const response = await fetch(config.SOUK_URL, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, text, code: codeOf(JSON.parse(text)) };
}

test.each([0, -1, 1_000, 2_147_483_647])(
  'a quantity of %i is refused and the cart stays as it is',
  async (quantity) => {
    const before = await customer.shop.run(CartContentsDocument, {});
    const lines = [{ variantId: goods.variantId, quantity }];
    const { addCartLines } = await customer.shop.run(AddCartLinesDocument, { input: { lines } });
    expect(addCartLines).toMatchObject({ cart: null, userErrors: [{ code: 'INVALID_QUANTITY' }] });
    expect(before.cart).toMatchObject({ totalQuantity: 1 });
    expect(await customer.shop.run(CartContentsDocument, {})).toEqual(before);
  },
);

test.each([1.5, 'many', 1e12])('a quantity of %p is no quantity', async (quantity) => {
  const lines = [{ variantId: randomUUID(), quantity: quantity as number }];
  const answer = await customer.shop.send(AddCartLinesDocument, { input: { lines } });
  expect([answer.status, codeOf(answer)]).toEqual([200, 'BAD_USER_INPUT']);
});

test('a price is never taken from a client: there is no such field', async () => {
  const line = { variantId: randomUUID(), quantity: 1, unitPriceMinor: 1 };
  const answer = await customer.shop.send(AddCartLinesDocument, { input: { lines: [line] } });
  expect([answer.status, codeOf(answer)]).toEqual([200, 'BAD_USER_INPUT']);
});

test('what is not an id, a cursor or a page size is bad input', async () => {
  expect(codeOf(await customer.shop.send(OrderDetailsDocument, { id: "1' or '1'='1" }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await customer.shop.send(MyOrdersDocument, { first: 10, after: 'nonsense' }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await customer.shop.send(MyOrdersDocument, { first: -1 }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await customer.shop.send(MyOrdersDocument, { first: 1_000_000 }))).toBe('COST_LIMIT_EXCEEDED');
});

test('a forged, a broken and somebody’s unsigned token are 401', async () => {
  const [header, payload] = (customer.shop.accessToken ?? '').split('.');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
  for (const token of ['nonsense', `${header}.${payload}.AAAA`, `${unsigned}.${payload}.`]) {
    const answer = await passerBy.as(token).send(MeDocument, {});
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  }
});

test('identity headers from outside are nobody’s identity', async () => {
  const body = JSON.stringify({ query: '{ me { id } }' });
  const { code } = await post(body, {
    'x-user-id': customer.id,
    'x-souk-assertion': 'forged',
    'x-internal-user': customer.id,
  });
  expect(code).toBe('UNAUTHENTICATED');
});

test.each(['', '{', 'null', '"text"', '[]'])('the body %j gets an error in JSON without a stack', async (body) => {
  const { status, text } = await post(body);
  expect(status).toBe(400);
  expect(text).not.toMatch(/node_modules|at .*\.js/);
});

test('a subgraph answers nobody but the router, entities included', async () => {
  const stack = z
    .object({ processes: z.record(z.string(), z.object({ url: z.string().optional() })) })
    .parse(JSON.parse(readFileSync(config.SOUK_STACK_FILE, 'utf8')));
  const query = '{ _entities(representations: [{ __typename: "Order", id: "x" }]) { __typename } }';
  for (const name of ['accounts', 'catalog', 'cart', 'inventory', 'orders', 'payments', 'shipping', 'notifications']) {
    const url = new URL('/graphql', stack.processes[name]?.url).href;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect([name, response.status, codeOf(await response.json())]).toEqual([name, 401, 'UNAUTHENTICATED']);
  }
});

test('a webhook with a wrong signature is refused', async () => {
  const url = new URL('/webhooks/stripe', config.SOUK_URL);
  const response = await fetch(url, {
    method: 'POST',
    body: '{}',
    headers: { 'stripe-signature': 't=1,v1=00', 'content-type': 'application/json' },
  });
  expect(response.status).toBe(400);
});

test('a field that is unknown to the schema is refused', async () => {
  const { status, code } = await post(JSON.stringify({ query: '{ ordres { id } }' }));
  expect([status, code]).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
});
