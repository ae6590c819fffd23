import type { CheckoutState, CheckoutStep } from './checkout-state.js';

const minute = 60;
const day = 24 * 60 * minute;

/** How long after the stock is held the money must be held at the latest. Shorter than any reservation lives. */
export const payWithinSeconds = 10 * minute;

/** Payments gives up by itself in time; this is the safety net behind it. */
const paymentGraceSeconds = 30;

type TimedStep = Exclude<CheckoutStep, 'AWAITING_COMPLETION' | 'COMPENSATING' | 'DONE'>;

/** Nothing is held and nobody has paid: whoever has a backlog after an outage works it off before orders are given up. */
const stockWithinSeconds = 10 * minute;

/** The stock has been held for as long as the payment took; with this it is still less than a reservation lives. */
const confirmWithinSeconds = 4 * minute;

const secondsByStep: Record<TimedStep, number> = {
  AWAITING_STOCK: stockWithinSeconds,
  AWAITING_PAYMENT: payWithinSeconds + paymentGraceSeconds,
  AWAITING_CONFIRMATION: confirmWithinSeconds,
  AWAITING_CAPTURE: 10 * minute,
  AWAITING_DISPATCH: 3 * day,
  AWAITING_DELIVERY: 14 * day,
};

const firstRepetitionSeconds = minute;
const longestRepetitionSeconds = 60 * minute;

/** How long a step may take, from now on; null when nothing is awaited any more. */
export function secondsUntilDeadline(
  { step, attempt }: CheckoutState,
  { completeAfterSeconds }: { completeAfterSeconds: number },
): number | null {
  if (step === 'DONE') return null;
  if (step === 'AWAITING_COMPLETION') return completeAfterSeconds;
  if (step === 'COMPENSATING') {
    return Math.min(firstRepetitionSeconds * 2 ** (Math.min(attempt, 10) - 1), longestRepetitionSeconds);
  }
  return secondsByStep[step];
}

/** Whether a decision begins a new wait, whose deadline counts from now. */
export function beginsWait(before: CheckoutState, after: CheckoutState): boolean {
  return before.step !== after.step || before.attempt !== after.attempt;
}
