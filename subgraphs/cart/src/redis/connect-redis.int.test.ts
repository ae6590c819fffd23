import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import { aCustomer, eventually } from '@souk/kit/testing';
import { operations } from '../../test/cart-operations.js';
import { testRedisUrl } from '../../test/config.js';
import { RedisGate } from '../../test/redis-gate.js';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';

let gate: RedisGate;
let cart: TestCart;

beforeAll(async () => {
  gate = new RedisGate(testRedisUrl());
  await gate.open();
  cart = await startTestCart(gate.url);
}, 60_000);
afterAll(async () => {
  await cart.stop();
  await gate.shut();
});

const add = (caller: Caller, input: object) => cart.send(caller, operations.add, { input });

async function readiness(): Promise<number> {
  return (await fetch(`${cart.running.url}/health/ready`)).status;
}

test('while Redis is away the cart says so at once and changes nothing; when it is back all goes on', async () => {
  const caller = aCustomer(newId());
  const lines = [{ variantId: cart.shop.sell(), quantity: 2 }];
  await add(caller, { lines });
  await gate.shut();
  for (const answer of [await add(caller, { lines }), await cart.send(caller, operations.cart)]) {
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1_000 });
  }
  expect(await readiness()).toBe(503);
  await gate.open();
  await eventually(async () => expect(await readiness()).toBe(200));
  expect((await cart.send(caller, operations.cart)).data.cart.totalQuantity).toBe(2);
  expect((await add(caller, { lines })).data.answer.cart.totalQuantity).toBe(4);
}, 30_000);

test('a request whose answer was lost has its effect once, though it is repeated', async () => {
  const caller = aCustomer(newId());
  const lines = [{ variantId: cart.shop.sell(), quantity: 2 }];
  await add(caller, { lines });
  const input = { lines, idempotencyKey: newId() };
  const [lost] = await Promise.all([add(caller, input), gate.shutInsteadOfAnswering('"operation":"ADD"')]);
  expect(lost.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  await gate.open();
  await eventually(async () => expect(await readiness()).toBe(200));
  expect((await add(caller, input)).data.answer).toMatchObject({ replayed: true, cart: { totalQuantity: 4 } });
}, 30_000);
