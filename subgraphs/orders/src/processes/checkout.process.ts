import type { Cancellation, CancellationCode } from '../domain/cancellation.js';
import {
  type CheckoutCommand,
  type CheckoutDecision,
  type CheckoutEvent,
  type CheckoutMove,
  type CheckoutState,
  type CheckoutStep,
  cancellationMessages,
} from './checkout-state.js';

type EventOf<Type extends CheckoutEvent['type']> = Extract<CheckoutEvent, { type: Type }>;
type Reactions = {
  [Type in CheckoutEvent['type']]?: (state: CheckoutState, event: EventOf<Type>) => CheckoutDecision;
};

/** Where an order's way begins: inventory is asked by the placement itself. */
export function beginCheckout({ isFree }: Pick<CheckoutState, 'isFree'>): CheckoutState {
  return { step: 'AWAITING_STOCK', attempt: 1, holds: { stock: true, money: false }, isFree, isCancelled: false };
}

/**
 * The whole way of an order: what each step does about each event. What a step does not name is late, repeated or of no
 * consequence to it, and changes nothing.
 */
const way: Record<CheckoutStep, Reactions> = {
  AWAITING_STOCK: {
    StockHeld: (state) =>
      state.isFree
        ? goOn(state, 'AWAITING_CONFIRMATION', 'RequestConfirmation')
        : goOn({ ...state, holds: { stock: true, money: true } }, 'AWAITING_PAYMENT', 'RequestPayment'),
    StockRejected: (state, { shortages }) => cancel(state, 'OUT_OF_STOCK', { lines: shortages }),
    StockExpired: (state) => cancel(state, 'RESERVATION_EXPIRED'),
    CancellationRequested: (state, { code }) => cancel(state, code),
    DeadlinePassed: (state) => cancel(state, 'RESERVATION_EXPIRED'),
  },
  AWAITING_PAYMENT: {
    PaymentActionRequired: stay, // the customer is asked to approve; the deadline goes on
    PaymentAuthorized: (state) => goOn(state, 'AWAITING_CONFIRMATION', 'RequestConfirmation'),
    PaymentFailed: (state, { code, message }) => cancel(state, code, { message }),
    PaymentVoided: (state) => cancel(state, 'PAYMENT_DECLINED'),
    StockExpired: (state) => cancel(state, 'RESERVATION_EXPIRED'),
    CancellationRequested: (state, { code }) => cancel(state, code),
    DeadlinePassed: (state) => cancel(state, 'PAYMENT_EXPIRED'),
  },
  AWAITING_CONFIRMATION: {
    StockConfirmed: (state) =>
      state.isFree ? goOn(state, 'AWAITING_DISPATCH', 'Confirm', 'Pay') : goOn(state, 'AWAITING_CAPTURE', 'Confirm'),
    StockExpired: (state) => cancel(state, 'RESERVATION_EXPIRED'),
    PaymentFailed: (state, { code, message }) => cancel(state, code, { message }),
    PaymentVoided: (state) => cancel(state, 'PAYMENT_DECLINED'),
    CancellationRequested: (state, { code }) => cancel(state, code),
    DeadlinePassed: (state) => cancel(state, 'RESERVATION_EXPIRED'),
  },
  AWAITING_CAPTURE: {
    PaymentCaptured: (state) => goOn(state, 'AWAITING_DISPATCH', 'Pay'),
    PaymentCaptureFailed: (state, { message }) => cancel(state, 'PAYMENT_DECLINED', { message }),
    PaymentFailed: (state, { message }) => cancel(state, 'PAYMENT_DECLINED', { message }),
    PaymentVoided: (state) => cancel(state, 'PAYMENT_DECLINED'),
    CancellationRequested: (state, { code }) => cancel(state, code),
    DeadlinePassed: (state) => wait(state, 'The money that is held for a confirmed order is still not taken.'),
  },
  AWAITING_DISPATCH: {
    ShipmentDispatched: (state) => goOn(state, 'AWAITING_DELIVERY', 'Ship'),
    ShipmentCancelled: (state, { code }) => cancel(state, code),
    CancellationRequested: (state, { code }) => cancel(state, code),
    DeadlinePassed: (state) => wait(state, 'A paid order still waits for its parcel to leave.'),
  },
  AWAITING_DELIVERY: {
    ShipmentDelivered: (state) => goOn(state, 'AWAITING_COMPLETION', 'Deliver'),
    ShipmentCancelled: (state) => alarm(state, 'The parcel of a shipped order was cancelled.'),
    DeadlinePassed: (state) => wait(state, 'A parcel is on its way for longer than it should be.'),
  },
  AWAITING_COMPLETION: {
    DeadlinePassed: (state) => goOn(state, 'DONE', 'Complete'),
  },
  COMPENSATING: {
    StockRejected: doneIfLetGo,
    StockReleased: doneIfLetGo,
    StockExpired: doneIfLetGo,
    PaymentFailed: doneIfLetGo,
    PaymentCaptureFailed: doneIfLetGo,
    PaymentVoided: doneIfLetGo,
    PaymentRefunded: doneIfLetGo,
    ShipmentDispatched: (state) =>
      alarm(doneIfLetGo(state).state, 'A parcel of a cancelled order has left: somebody must get it back.'),
    DeadlinePassed: repeatCancellation,
  },
  DONE: {
    PaymentCaptured: (state) => (state.isCancelled ? compensateAgain(state) : stay(state)),
    ShipmentDispatched: (state) => alarm(state, 'A parcel has left though nothing was to be sent any more.'),
  },
};

/** Decides what must happen next to an order, and remembers it in the state. Pure: given, when, then. */
export function checkoutProcess(before: CheckoutState, event: CheckoutEvent): CheckoutDecision {
  const state = { ...before, holds: heldAfter(before.holds, event) };
  const react = way[state.step][event.type] as
    | ((state: CheckoutState, event: CheckoutEvent) => CheckoutDecision)
    | undefined;
  return react ? react(state, event) : stay(state);
}

/**
 * What is let go is let go at any step: a full refund before a cancellation leaves no money to wait for after it. And money
 * that was taken after all must come back, whatever was said of it before.
 */
function heldAfter(holds: CheckoutState['holds'], event: CheckoutEvent): CheckoutState['holds'] {
  switch (event.type) {
    case 'StockRejected':
    case 'StockReleased':
    case 'StockExpired':
    case 'ShipmentDispatched': // what has left is not held any more
      return { ...holds, stock: false };
    case 'PaymentFailed':
    case 'PaymentCaptureFailed':
    case 'PaymentVoided':
      return { ...holds, money: false };
    case 'PaymentCaptured':
      return { ...holds, money: true };
    case 'PaymentRefunded':
      return { ...holds, money: holds.money && !event.isFull };
    default:
      return holds;
  }
}

function stay(state: CheckoutState): CheckoutDecision {
  return { state, commands: [] };
}

function goOn(state: CheckoutState, step: CheckoutStep, ...moves: CheckoutMove[]): CheckoutDecision {
  return { state: { ...state, step, attempt: 1 }, commands: moves.map((type) => ({ type })) };
}

/** The order is cancelled at once; the process goes on until nobody holds anything for it. */
function cancel(state: CheckoutState, code: CancellationCode, more: Partial<Cancellation> = {}): CheckoutDecision {
  const cancellation = { code, message: cancellationMessages[code], lines: [], ...more };
  const step = holdsSomething(state) ? 'COMPENSATING' : 'DONE';
  return { state: { ...state, step, attempt: 1, isCancelled: true }, commands: [{ type: 'Cancel', cancellation }] };
}

function doneIfLetGo(state: CheckoutState): CheckoutDecision {
  return stay(holdsSomething(state) ? state : { ...state, step: 'DONE', attempt: 1 });
}

/** The provider took the money though all was said to be let go: it is waited for like any other. */
function compensateAgain(state: CheckoutState): CheckoutDecision {
  return alarm(
    { ...state, step: 'COMPENSATING', attempt: 1 },
    'Money was taken for an order that is cancelled and done.',
  );
}

/** The undo is asked for again, without limit: whoever was away hears of it when they are back. */
function repeatCancellation(state: CheckoutState): CheckoutDecision {
  const attempt = state.attempt + 1;
  const message = 'Something that was held for a cancelled order has not been let go in time.';
  const commands: CheckoutCommand[] = [
    { type: 'RepeatCancellation', attempt },
    { type: 'RaiseAlarm', message },
  ];
  return { state: { ...state, attempt }, commands };
}

/** Nothing is undone because something takes long; a person is told, and the deadline begins anew. */
function wait(state: CheckoutState, message: string): CheckoutDecision {
  return alarm({ ...state, attempt: state.attempt + 1 }, message);
}

function alarm(state: CheckoutState, message: string): CheckoutDecision {
  return { state, commands: [{ type: 'RaiseAlarm', message }] };
}

function holdsSomething({ holds }: CheckoutState): boolean {
  return holds.stock || holds.money;
}
