import { faultPoint } from '@souk/kit/faults';
import type { Logger } from '@souk/kit/observability';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Order } from '../domain/order.js';
import type { Occurrence } from '../domain/order-status-change.js';
import {
  insertCheckout,
  type LockedCheckout,
  lockCheckout,
  lockDueCheckout,
  saveCheckout,
} from '../persistence/checkout-store.js';
import { beginCheckout, checkoutProcess } from '../processes/checkout.process.js';
import { beginsWait, payWithinSeconds, secondsUntilDeadline } from '../processes/checkout-deadlines.js';
import type { CheckoutEvent } from '../processes/checkout-state.js';
import { obey } from './obey.js';

export interface CheckoutSettings {
  /** How long after its delivery an order is over. */
  completeAfterSeconds: number;
  logger: Logger;
}

/** Runs the process of each order: its step, the order's change and the messages that follow are one transaction. */
export class Checkout {
  constructor(private readonly settings: CheckoutSettings) {}

  /** Begins the process of an order that the same transaction has saved. */
  begin(em: EntityManager, order: Order): Promise<void> {
    const state = beginCheckout(order);
    return insertCheckout(em, order.id, state, secondsUntilDeadline(state, this.settings));
  }

  /** Tells the process of an order what happened, in the transaction of `em`. */
  async advance(em: EntityManager, orderId: string, event: CheckoutEvent, occurrence: Occurrence): Promise<void> {
    const locked = await lockCheckout(em, orderId);
    if (!locked) throw new Error(`Order ${orderId} has no checkout process.`);
    await this.decide(em, { orderId, locked, event, occurrence });
  }

  /** Tells the process of an order that its deadline has passed, if it still has. */
  async advanceIfDue(em: EntityManager, orderId: string, at: Date): Promise<void> {
    await inTransaction(em, async (transaction) => {
      const locked = await lockDueCheckout(transaction, orderId);
      if (!locked) return;
      const occurrence = { at, causeEventId: null };
      await this.decide(transaction, { orderId, locked, event: { type: 'DeadlinePassed' }, occurrence });
    });
  }

  private async decide(
    em: EntityManager,
    {
      orderId,
      locked,
      event,
      occurrence,
    }: { orderId: string; locked: LockedCheckout; event: CheckoutEvent; occurrence: Occurrence },
  ): Promise<void> {
    if (locked.state.step === 'COMPENSATING') await faultPoint('orders.checkout.betweenCompensations');
    const { state, commands } = checkoutProcess(locked.state, event);
    const deadline = beginsWait(locked.state, state) ? secondsUntilDeadline(state, this.settings) : undefined;
    await saveCheckout(em, orderId, state, deadline);
    if (commands.length === 0) return;
    await faultPoint('orders.checkout.afterStepBeforeCommands');
    const order = await em.findOneOrFail(Order, { id: orderId });
    const payBy = new Date(locked.now.getTime() + payWithinSeconds * 1_000);
    for (const command of commands) obey(order, command, { occurrence, payBy, logger: this.settings.logger });
    em.persist(order.takeHistory());
  }
}
