import { expect, test } from '@jest/globals';
import type Stripe from 'stripe';
import { refundReportOf, reportOf } from './stripe-reports.js';

const anIntent = (more: object) => ({ id: 'pi_1', last_payment_error: null, latest_charge: null, ...more }) as never;

test.each([
  ['requires_payment_method', 'DECLINED'],
  ['requires_confirmation', 'DECLINED'],
  ['requires_action', 'ACTION_REQUIRED'],
  ['processing', 'PROCESSING'],
  ['requires_capture', 'AUTHORIZED'],
  ['succeeded', 'CAPTURED'],
  ['canceled', 'CANCELLED'],
] as const)('an intent that is %s is %s', (status, ours) => {
  expect(reportOf(anIntent({ status })).status).toBe(ours);
});

test.each([
  ['nothing', null, 0],
  ['a charge that was held', { paid: true, amount: 500 }, 500],
  ['a charge that was declined', { paid: false, amount: 500 }, 0],
  ['a charge that is only named', 'ch_1', null],
  ['a charge that is not mentioned', undefined, null],
] as const)('a cancelled intent with %s tells what had been held', (_case, charge, authorizedMinor) => {
  expect(reportOf(anIntent({ status: 'canceled', latest_charge: charge }))).toMatchObject({ authorizedMinor });
});

test.each([
  ['succeeded', 'SUCCEEDED'],
  ['pending', 'PENDING'],
  ['requires_action', 'PENDING'],
  ['failed', 'FAILED'],
  ['canceled', 'FAILED'],
] as const)('a refund that is %s is %s', (status, ours) => {
  expect(refundReportOf({ id: 're_1', amount: 1, status } as Stripe.Refund).status).toBe(ours);
});
