import { expect, test } from '@jest/globals';
import { DomainError, newId } from '@souk/kit/domain';
import fc from 'fast-check';
import { aPayment, now, reports, total } from '../../test/builders/a-payment.js';
import { entriesOf, type LedgerEntry, type MoneyMovement } from './ledger.js';
import { ContradictoryReportError } from './payment.errors.js';
import type { Payment } from './payment.js';
import type { Refund } from './refund.js';

interface World {
  payment: Payment;
  refunds: Refund[];
  ledger: LedgerEntry[];
}

type Step = (world: World) => void;

const report = fc.constantFrom(
  ...Object.values(reports),
  { ...reports.CANCELLED, authorizedMinor: total },
  { ...reports.CAPTURED, capturedMinor: 7_000 },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  report.map(
    (said): Step =>
      (world) =>
        hear(world, () => world.payment.follow(said)),
  ),
  report.map(
    (said): Step =>
      (world) =>
        hear(world, () => world.payment.settleCapture(said)),
  ),
  fc.constantFrom<Step>(
    ({ payment }) => payment.requestCapture(now),
    ({ payment }) => payment.requestCancel(now),
    ({ payment }) => payment.expire(now),
    ({ payment }) => payment.repeatOutcome(null),
  ),
  fc.integer({ min: 1, max: total }).map(
    (amountMinor): Step =>
      (world) =>
        promise(world, amountMinor),
  ),
  fc.nat({ max: 5 }).map(
    (index): Step =>
      (world) =>
        settle(world, index, true),
  ),
  fc.nat({ max: 5 }).map(
    (index): Step =>
      (world) =>
        settle(world, index, false),
  ),
);

test('whatever happens in whatever order, no money is taken twice, given back beyond what was taken, or lost from the ledger', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const world: World = { payment: aPayment(), refunds: [], ledger: [] };
      for (const take of steps) take(world);
      const { payment, ledger } = world;
      expect(payment.authorizedMinor).toBeLessThanOrEqual(payment.amountMinor);
      expect(payment.capturedMinor + payment.releasedMinor).toBeLessThanOrEqual(payment.authorizedMinor);
      expect(payment.refundedMinor + payment.refundingMinor).toBeLessThanOrEqual(payment.capturedMinor);
      const { authorizedMinor, releasedMinor, capturedMinor, refundedMinor } = payment;
      expect(balanceOf(ledger, 'PROVIDER_HOLDS')).toBe(authorizedMinor - releasedMinor - capturedMinor);
      expect(balanceOf(ledger, 'CUSTOMER_HOLDS')).toBe(releasedMinor + capturedMinor - authorizedMinor);
      expect(balanceOf(ledger, 'PROVIDER_BALANCE')).toBe(capturedMinor - refundedMinor);
      expect(balanceOf(ledger, 'CUSTOMER_PAYMENTS')).toBe(refundedMinor - capturedMinor);
    }),
    { numRuns: 1_000 },
  );
});

/** A provider that contradicts itself is not believed, and nothing is saved. */
function hear(world: World, report: () => MoneyMovement[]): void {
  try {
    post(world, report());
  } catch (error) {
    if (!(error instanceof ContradictoryReportError)) throw error;
  }
}

function post({ payment, ledger }: World, movements: MoneyMovement[]): void {
  ledger.push(...movements.flatMap((movement) => entriesOf(movement, payment, now)));
}

function promise({ payment, refunds }: World, amountMinor: number): void {
  try {
    refunds.push(payment.requestRefund({ amountMinor, reason: null, requestedBy: null }, now));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

function settle(world: World, index: number, isThrough: boolean): void {
  const refund = world.refunds[index];
  if (!refund) return;
  if (isThrough) post(world, world.payment.completeRefund(refund, newId(), now));
  else world.payment.failRefund(refund, 'No.', now);
}

function balanceOf(ledger: readonly LedgerEntry[], account: LedgerEntry['account']): number {
  const entries = ledger.filter((entry) => entry.account === account);
  return entries.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0);
}
