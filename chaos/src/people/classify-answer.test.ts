import { expect, test } from '@jest/globals';
import { classifyAnswer, type MutationPayload } from './classify-answer.js';

type OrderPayload = MutationPayload & { order?: { id: string } | null };

const failed = (code: string, more: object = {}) => ({ errors: [{ message: '', extensions: { code, ...more } }] });
const read = (answer: { data?: Record<string, OrderPayload | null>; errors?: { message: string }[] }) =>
  classifyAnswer<OrderPayload>({ status: 200, ...answer }, 'placeOrder', 'order');

test('what was given is acknowledged, also when a part of it could not be read', () => {
  const placeOrder = { order: { id: 'o' }, userErrors: [] };
  expect(read({ data: { placeOrder } })).toEqual({ outcome: 'ACKNOWLEDGED', payload: placeOrder });
  expect(read({ data: { placeOrder }, ...failed('SERVICE_UNAVAILABLE') }).outcome).toBe('ACKNOWLEDGED');
});

test('a refusal is one, with its code and what it says beside it', () => {
  const placeOrder = { order: null, userErrors: [{ code: 'PRICE_CHANGED' }] };
  expect(read({ data: { placeOrder } })).toEqual({ outcome: 'REFUSED', code: 'PRICE_CHANGED', payload: placeOrder });
});

test.each(['IDEMPOTENCY_KEY_REUSED', 'RATE_LIMITED', 'UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT'])(
  '%s says that nothing was done',
  (code) => expect(read({ data: { placeOrder: null }, ...failed(code) })).toEqual({ outcome: 'REFUSED', code }),
);

test.each(['SERVICE_UNAVAILABLE', 'TIMEOUT', 'INTERNAL_SERVER_ERROR', 'IDEMPOTENCY_IN_PROGRESS'])(
  '%s leaves it open',
  (code) => expect(read(failed(code, { retryAfterMs: 5 }))).toEqual({ outcome: 'UNKNOWN', code, retryAfterMs: 5 }),
);

test('an answer that says neither leaves it open', () => {
  expect(read({})).toEqual({ outcome: 'UNKNOWN', code: null });
  expect(read({ data: { placeOrder: { order: null, userErrors: [] } } })).toEqual({ outcome: 'UNKNOWN', code: null });
});
