import { expect, test } from '@jest/globals';
import { mayMove, paymentStatuses } from './payment-status.js';

const allowed = new Set([
  'REQUESTED → ACTION_REQUIRED',
  'REQUESTED → AUTHORIZED',
  'REQUESTED → FAILED',
  'REQUESTED → VOIDED',
  'ACTION_REQUIRED → AUTHORIZED',
  'ACTION_REQUIRED → FAILED',
  'ACTION_REQUIRED → VOIDED',
  'AUTHORIZED → CAPTURED',
  'AUTHORIZED → FAILED',
  'AUTHORIZED → VOIDED',
  'CAPTURED → PARTIALLY_REFUNDED',
  'CAPTURED → REFUNDED',
  'PARTIALLY_REFUNDED → PARTIALLY_REFUNDED',
  'PARTIALLY_REFUNDED → REFUNDED',
]);

const pairs = paymentStatuses.flatMap((from) => paymentStatuses.map((to) => [from, to] as const));

test.each(pairs.filter(([from, to]) => allowed.has(`${from} → ${to}`)))(
  'a payment that is %s may become %s',
  (from, to) => {
    expect(mayMove(from, to)).toBe(true);
  },
);

test.each(pairs.filter(([from, to]) => !allowed.has(`${from} → ${to}`)))(
  'a payment that is %s never becomes %s',
  (from, to) => {
    expect(mayMove(from, to)).toBe(false);
  },
);
