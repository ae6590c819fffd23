import { expect, test } from '@jest/globals';
import { beginCheckout, checkoutProcess } from './checkout.process.js';
import { beginsWait, secondsUntilDeadline } from './checkout-deadlines.js';
import {
  type CheckoutCommand,
  type CheckoutEvent,
  type CheckoutState,
  type CheckoutStep,
  checkoutSteps,
} from './checkout-state.js';

const shortages = [{ variantId: 'v', requested: 2, available: 1 }];
const message = 'Your card was declined.';

/** One event of each type. */
const events: { [Type in CheckoutEvent['type']]: Extract<CheckoutEvent, { type: Type }> } = {
  StockHeld: { type: 'StockHeld' },
  StockRejected: { type: 'StockRejected', shortages },
  StockConfirmed: { type: 'StockConfirmed' },
  StockReleased: { type: 'StockReleased' },
  StockExpired: { type: 'StockExpired' },
  PaymentActionRequired: { type: 'PaymentActionRequired' },
  PaymentAuthorized: { type: 'PaymentAuthorized' },
  PaymentFailed: { type: 'PaymentFailed', code: 'PAYMENT_EXPIRED', message },
  PaymentCaptured: { type: 'PaymentCaptured' },
  PaymentCaptureFailed: { type: 'PaymentCaptureFailed', message },
  PaymentVoided: { type: 'PaymentVoided' },
  PaymentRefunded: { type: 'PaymentRefunded', isFull: true },
  ShipmentDispatched: { type: 'ShipmentDispatched' },
  ShipmentDelivered: { type: 'ShipmentDelivered' },
  ShipmentCancelled: { type: 'ShipmentCancelled', code: 'NOT_DELIVERABLE' },
  CancellationRequested: { type: 'CancellationRequested', code: 'BY_STAFF' },
  DeadlinePassed: { type: 'DeadlinePassed' },
};
type EventType = keyof typeof events;
const eventTypes = Object.keys(events) as EventType[];

const both = { stock: true, money: true };
const none = { stock: false, money: false };

/** The state in which an order waits at a step. */
const given: Record<CheckoutStep, CheckoutState> = {
  AWAITING_STOCK: beginCheckout({ isFree: false }),
  AWAITING_PAYMENT: at('AWAITING_PAYMENT', both),
  AWAITING_CONFIRMATION: at('AWAITING_CONFIRMATION', both),
  AWAITING_CAPTURE: at('AWAITING_CAPTURE', both),
  AWAITING_DISPATCH: at('AWAITING_DISPATCH', both),
  AWAITING_DELIVERY: at('AWAITING_DELIVERY', { stock: false, money: true }),
  AWAITING_COMPLETION: at('AWAITING_COMPLETION', { stock: false, money: true }),
  COMPENSATING: at('COMPENSATING', both),
  DONE: at('DONE', none),
};

function at(step: CheckoutStep, holds: CheckoutState['holds'], attempt = 1): CheckoutState {
  return { step, attempt, holds, isFree: false, isCancelled: step === 'COMPENSATING' || step === 'DONE' };
}

/** `CheckoutStep + event → step: commands`, with the code of a cancellation. */
const way = `
AWAITING_STOCK + StockHeld → AWAITING_PAYMENT: RequestPayment
AWAITING_STOCK + StockRejected → DONE: Cancel OUT_OF_STOCK
AWAITING_STOCK + StockExpired → DONE: Cancel RESERVATION_EXPIRED
AWAITING_STOCK + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_STOCK + DeadlinePassed → COMPENSATING: Cancel RESERVATION_EXPIRED
AWAITING_PAYMENT + StockExpired → COMPENSATING: Cancel RESERVATION_EXPIRED
AWAITING_PAYMENT + PaymentAuthorized → AWAITING_CONFIRMATION: RequestConfirmation
AWAITING_PAYMENT + PaymentFailed → COMPENSATING: Cancel PAYMENT_EXPIRED
AWAITING_PAYMENT + PaymentVoided → COMPENSATING: Cancel PAYMENT_DECLINED
AWAITING_PAYMENT + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_PAYMENT + DeadlinePassed → COMPENSATING: Cancel PAYMENT_EXPIRED
AWAITING_CONFIRMATION + StockConfirmed → AWAITING_CAPTURE: Confirm
AWAITING_CONFIRMATION + StockExpired → COMPENSATING: Cancel RESERVATION_EXPIRED
AWAITING_CONFIRMATION + PaymentFailed → COMPENSATING: Cancel PAYMENT_EXPIRED
AWAITING_CONFIRMATION + PaymentVoided → COMPENSATING: Cancel PAYMENT_DECLINED
AWAITING_CONFIRMATION + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_CONFIRMATION + DeadlinePassed → COMPENSATING: Cancel RESERVATION_EXPIRED
AWAITING_CAPTURE + PaymentFailed → COMPENSATING: Cancel PAYMENT_DECLINED
AWAITING_CAPTURE + PaymentCaptured → AWAITING_DISPATCH: Pay
AWAITING_CAPTURE + PaymentCaptureFailed → COMPENSATING: Cancel PAYMENT_DECLINED
AWAITING_CAPTURE + PaymentVoided → COMPENSATING: Cancel PAYMENT_DECLINED
AWAITING_CAPTURE + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_CAPTURE + DeadlinePassed → AWAITING_CAPTURE: RaiseAlarm
AWAITING_DISPATCH + ShipmentDispatched → AWAITING_DELIVERY: Ship
AWAITING_DISPATCH + ShipmentCancelled → COMPENSATING: Cancel NOT_DELIVERABLE
AWAITING_DISPATCH + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_DISPATCH + DeadlinePassed → AWAITING_DISPATCH: RaiseAlarm
AWAITING_DELIVERY + ShipmentDelivered → AWAITING_COMPLETION: Deliver
AWAITING_DELIVERY + ShipmentCancelled → AWAITING_DELIVERY: RaiseAlarm
AWAITING_DELIVERY + DeadlinePassed → AWAITING_DELIVERY: RaiseAlarm
AWAITING_COMPLETION + DeadlinePassed → DONE: Complete
COMPENSATING + ShipmentDispatched → COMPENSATING: RaiseAlarm
COMPENSATING + DeadlinePassed → COMPENSATING: RepeatCancellation 2, RaiseAlarm
DONE + PaymentCaptured → COMPENSATING: RaiseAlarm
DONE + ShipmentDispatched → DONE: RaiseAlarm`
  .trim()
  .split('\n');

function told(command: CheckoutCommand): string {
  if (command.type === 'Cancel') return `Cancel ${command.cancellation.code}`;
  return command.type === 'RepeatCancellation' ? `RepeatCancellation ${command.attempt}` : command.type;
}

test.each(way)('%s', (line) => mustGo(line, (step) => given[step]));

/** Whether one line of a way is true. */
function mustGo(line: string, waitingAt: (step: CheckoutStep) => CheckoutState): void {
  const [, step = '', type = '', rest = ''] = /^(\w+) \+ (\w+) → (.*)$/.exec(line) ?? [];
  const { state, commands } = checkoutProcess(waitingAt(step as CheckoutStep), events[type as EventType]);
  expect(`${state.step}: ${commands.map(told).join(', ')}`).toBe(rest);
}

/** Where there is nothing to pay, two steps fewer are waited at, and the stock alone is held. */
const freeWay = `
AWAITING_STOCK + StockHeld → AWAITING_CONFIRMATION: RequestConfirmation
AWAITING_STOCK + StockRejected → DONE: Cancel OUT_OF_STOCK
AWAITING_STOCK + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_CONFIRMATION + StockConfirmed → AWAITING_DISPATCH: Confirm, Pay
AWAITING_CONFIRMATION + StockExpired → DONE: Cancel RESERVATION_EXPIRED
AWAITING_CONFIRMATION + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_CONFIRMATION + DeadlinePassed → COMPENSATING: Cancel RESERVATION_EXPIRED
AWAITING_DISPATCH + ShipmentDispatched → AWAITING_DELIVERY: Ship
AWAITING_DISPATCH + CancellationRequested → COMPENSATING: Cancel BY_STAFF
AWAITING_DELIVERY + ShipmentDelivered → AWAITING_COMPLETION: Deliver
AWAITING_COMPLETION + DeadlinePassed → DONE: Complete
COMPENSATING + ShipmentDispatched → DONE: RaiseAlarm
COMPENSATING + DeadlinePassed → COMPENSATING: RepeatCancellation 2, RaiseAlarm`
  .trim()
  .split('\n');
const stockOnly = { stock: true, money: false };

function freeAt(step: CheckoutStep): CheckoutState {
  return { ...at(step, stockOnly), isFree: true };
}

test.each(freeWay)('when there is nothing to pay: %s', (line) => mustGo(line, freeAt));

test('an order begins by holding its stock, and knows whether there is something to pay', () => {
  expect(beginCheckout({ isFree: false })).toEqual(at('AWAITING_STOCK', stockOnly));
  expect(beginCheckout({ isFree: true })).toEqual(freeAt('AWAITING_STOCK'));
});

test.each(['StockReleased', 'StockExpired', 'StockRejected'] as const)(
  'a cancelled order that was free is done after %s: no money is waited for',
  (type) => {
    const { state, commands } = checkoutProcess(freeAt('COMPENSATING'), events[type]);
    expect([state.step, commands]).toEqual(['DONE', []]);
  },
);

const named = new Set(way.map((line) => line.split(' → ')[0]));
const unnamed = checkoutSteps.flatMap((step) =>
  eventTypes.filter((type) => !named.has(`${step} + ${type}`)).map((type) => ({ step, type })),
);
test.each(unnamed)('at $step, $type is late, repeated or of no consequence: nothing happens', ({ step, type }) => {
  const { state, commands } = checkoutProcess(given[step], events[type]);
  expect(commands).toEqual([]);
  expect([state.step, state.attempt]).toEqual([step, 1]);
});

test('every event delivered a second time changes nothing more', () => {
  for (const [step, type] of checkoutSteps.flatMap((step) => eventTypes.map((type) => [step, type] as const))) {
    if (type === 'DeadlinePassed') continue; // each is another one
    const first = checkoutProcess(given[step], events[type]);
    const second = checkoutProcess(first.state, events[type]);
    expect(second.state).toEqual(first.state);
    expect(second.commands.filter(({ type }) => type !== 'RaiseAlarm')).toEqual([]);
  }
});

test('an order whose stock is short says what is short', () => {
  const { commands } = checkoutProcess(given.AWAITING_STOCK, events.StockRejected);
  expect(commands).toMatchObject([{ type: 'Cancel', cancellation: { code: 'OUT_OF_STOCK', lines: shortages } }]);
});

test("a declined payment is told in the provider's words", () => {
  const { commands } = checkoutProcess(given.AWAITING_PAYMENT, events.PaymentFailed);
  expect(commands).toMatchObject([{ cancellation: { message, lines: [] } }]);
});

test('a parcel that was stopped for the customer cancels in their name', () => {
  const { commands } = checkoutProcess(given.AWAITING_DISPATCH, { type: 'ShipmentCancelled', code: 'BY_CUSTOMER' });
  expect(commands.map(told)).toEqual(['Cancel BY_CUSTOMER']);
});

const stockGone: EventType[] = ['StockRejected', 'StockReleased', 'StockExpired', 'ShipmentDispatched'];
const moneyGone: EventType[] = ['PaymentFailed', 'PaymentCaptureFailed', 'PaymentVoided', 'PaymentRefunded'];
test.each(stockGone.flatMap((stock) => moneyGone.map((money) => ({ stock, money }))))(
  'a cancelled order is done after $stock and $money, in either order',
  ({ stock, money }) => {
    for (const [first, second] of [
      [stock, money],
      [money, stock],
    ] as const) {
      const half = checkoutProcess(given.COMPENSATING, events[first]).state;
      expect(half.step).toBe('COMPENSATING');
      expect(checkoutProcess(half, events[second]).state.step).toBe('DONE');
    }
  },
);

test('money that is taken after the cancellation is still to come back', () => {
  const { state } = checkoutProcess(at('COMPENSATING', { stock: false, money: true }), events.PaymentCaptured);
  expect(state).toEqual(at('COMPENSATING', { stock: false, money: true }));
});

test('money that is taken when all was said to be let go opens the compensation again', () => {
  const half = at('COMPENSATING', { stock: true, money: false });
  expect(checkoutProcess(half, events.PaymentCaptured).state).toEqual(given.COMPENSATING);
  const reopened = checkoutProcess(given.DONE, events.PaymentCaptured).state;
  expect(reopened).toEqual(at('COMPENSATING', { stock: false, money: true }));
  expect(checkoutProcess(reopened, events.PaymentRefunded).state.step).toBe('DONE');
});

test('an order that was completed stays so, whatever is said of its money', () => {
  const completed = { ...given.DONE, isCancelled: false };
  for (const type of ['PaymentCaptured', 'PaymentRefunded'] as const) {
    expect(checkoutProcess(completed, events[type])).toMatchObject({ state: { step: 'DONE' }, commands: [] });
  }
});

test('a partial refund cancels nothing, and is not the end of a compensation', () => {
  const partial = { type: 'PaymentRefunded', isFull: false } as const;
  expect(checkoutProcess(given.AWAITING_DISPATCH, partial)).toEqual({ state: given.AWAITING_DISPATCH, commands: [] });
  expect(checkoutProcess(given.COMPENSATING, partial).state).toEqual(given.COMPENSATING);
});

test('a full refund of a paid order leaves it as it is, and a later cancellation waits for no money', () => {
  const refunded = checkoutProcess(given.AWAITING_DISPATCH, events.PaymentRefunded);
  expect(refunded).toEqual({ state: at('AWAITING_DISPATCH', { stock: true, money: false }), commands: [] });
  const cancelled = checkoutProcess(refunded.state, events.CancellationRequested).state;
  expect(checkoutProcess(cancelled, events.StockReleased).state.step).toBe('DONE');
});

test('a step takes as long as its deadline says, and one without an end has none', () => {
  const policy = { completeAfterSeconds: 10 };
  const seconds = Object.fromEntries(checkoutSteps.map((step) => [step, secondsUntilDeadline(given[step], policy)]));
  expect(seconds).toEqual({
    AWAITING_STOCK: 600,
    AWAITING_PAYMENT: 630,
    AWAITING_CONFIRMATION: 240,
    AWAITING_CAPTURE: 600,
    AWAITING_DISPATCH: 259_200,
    AWAITING_DELIVERY: 1_209_600,
    AWAITING_COMPLETION: 10,
    COMPENSATING: 60,
    DONE: null,
  });
});

test('a compensation is repeated at longer and longer intervals, at least every hour, for ever', () => {
  const after = (attempt: number) =>
    secondsUntilDeadline(at('COMPENSATING', both, attempt), { completeAfterSeconds: 1 });
  expect([1, 2, 3, 6, 7, 100, 10_000].map(after)).toEqual([60, 120, 240, 1_920, 3_600, 3_600, 3_600]);
});

test('a deadline begins anew with a step and with an attempt, not with news in between', () => {
  const waiting = given.AWAITING_PAYMENT;
  expect(beginsWait(waiting, checkoutProcess(waiting, events.PaymentActionRequired).state)).toBe(false);
  expect(beginsWait(waiting, checkoutProcess(waiting, events.PaymentAuthorized).state)).toBe(true);
  expect(beginsWait(given.AWAITING_CAPTURE, checkoutProcess(given.AWAITING_CAPTURE, events.DeadlinePassed).state)).toBe(
    true,
  );
});
