import type { Logger } from '@souk/kit/observability';
import type { Order } from '../domain/order.js';
import type { Occurrence } from '../domain/order-status-change.js';
import type { CheckoutCommand } from '../processes/checkout-state.js';

export interface CommandSurroundings {
  occurrence: Occurrence;
  /** When the money must be held at the latest, if it is asked for now. */
  payBy: Date;
  logger: Logger;
}

type CommandOf<Type extends CheckoutCommand['type']> = Extract<CheckoutCommand, { type: Type }>;
type Deeds = {
  [Type in CheckoutCommand['type']]: (order: Order, around: CommandSurroundings, command: CommandOf<Type>) => void;
};

const deeds: Deeds = {
  RequestPayment: (order, { payBy }) => order.requestPayment(payBy),
  RequestConfirmation: (order) => order.requestConfirmation(),
  Confirm: (order, { occurrence }) => order.confirm(occurrence),
  Pay: (order, { occurrence }) => order.pay(occurrence),
  Ship: (order, { occurrence }) => order.ship(occurrence),
  Deliver: (order, { occurrence }) => order.deliver(occurrence),
  Complete: (order, { occurrence }) => order.complete(occurrence),
  Cancel: (order, { occurrence }, { cancellation }) => order.cancel(cancellation, occurrence),
  RepeatCancellation: (order, _around, { attempt }) => order.repeatCancellation(attempt),
  RaiseAlarm: ({ id, orderNumber }, { logger }, { message }) =>
    logger.error({ alarm: true, orderId: id, orderNumber }, message),
};

/** Does to an order what its process has decided. @throws {InvalidStateTransitionError} when the two disagree. */
export function obey(order: Order, command: CheckoutCommand, around: CommandSurroundings): void {
  const deed = deeds[command.type] as (order: Order, around: CommandSurroundings, command: CheckoutCommand) => void;
  deed(order, around, command);
}
