import type { EventContract } from '@souk/kit/contracts';
import { newId } from '@souk/kit/domain';
import type { Envelope, NatsConnection } from '@souk/kit/messaging';
import { eventually, publishEvent } from '@souk/kit/testing';
import {
  reservationConfirmedV1,
  reservationExpiredV1,
  reservationHeldV1,
  reservationRejectedV1,
  reservationReleasedV1,
} from '@souk/schema/events/inventory';
import {
  paymentActionRequiredV1,
  paymentAuthorizedV1,
  paymentCapturedV1,
  paymentCaptureFailedV1,
  paymentFailedV1,
  paymentRefundedV1,
  paymentVoidedV1,
} from '@souk/schema/events/payments';
import { shipmentCancelledV1, shipmentDeliveredV1, shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import type { OrderDesk } from './order-desk.js';

const amount = { amountMinor: 2_490, currency: 'EUR' };

/** Inventory, payments and shipping as far as one order is concerned: they say what a test has them say. */
export class Neighbours {
  private readonly reservationId = newId();
  private readonly paymentId = newId();
  private readonly shipmentId = newId();
  private readonly versions = new Map<string, number>();
  private readonly nats: NatsConnection;

  constructor(
    private readonly desk: OrderDesk,
    readonly orderId: string,
  ) {
    this.nats = desk.orders.running.parts.nats;
  }

  held = () => this.ofStock(reservationHeldV1, { expiresAt: new Date(Date.now() + 900_000).toISOString() });
  rejected = (variantId = newId()) =>
    this.ofStock(reservationRejectedV1, { shortages: [{ variantId, requested: 2, available: 1 }] });
  confirmed = () => this.ofStock(reservationConfirmedV1);
  released = () => this.ofStock(reservationReleasedV1);
  expired = () => this.ofStock(reservationExpiredV1);

  actionRequired = () => this.ofMoney(paymentActionRequiredV1);
  authorized = () => this.ofMoney(paymentAuthorizedV1, { amount });
  failed = (code: 'PAYMENT_DECLINED' | 'PAYMENT_EXPIRED' = 'PAYMENT_DECLINED') =>
    this.ofMoney(paymentFailedV1, { code, message: 'Your card was declined.' });
  captured = () => this.ofMoney(paymentCapturedV1, { amount });
  captureFailed = () => this.ofMoney(paymentCaptureFailedV1, { message: 'The bank took it back.' });
  voided = () => this.ofMoney(paymentVoidedV1);
  refunded = (isFull = true) =>
    this.ofMoney(paymentRefundedV1, { refundId: newId(), amount, refundedTotal: amount, isFull, reason: null });

  dispatched = () => this.ofParcel(shipmentDispatchedV1, { trackingNumber: 'T1', carrier: 'EMULATED' });
  delivered = () => this.ofParcel(shipmentDeliveredV1);
  parcelCancelled = (code: 'BY_CUSTOMER' | 'BY_STAFF' | 'NOT_DELIVERABLE') =>
    this.ofParcel(shipmentCancelledV1, { code });

  /** Takes the order along its way, from where it is, until its process waits at a step. */
  async goTo(step: string): Promise<void> {
    while ((await this.desk.stepOf(this.orderId)) !== step) {
      const [reached, say] = this.wayAhead.shift() ?? [];
      if (!reached || !say) throw new Error(`The way does not lead to ${step} any more.`);
      await say();
      await this.desk.reaches(this.orderId, reached);
    }
  }

  private readonly wayAhead: [string, () => Promise<unknown>][] = [
    ['AWAITING_PAYMENT', this.held],
    ['AWAITING_CONFIRMATION', this.authorized],
    ['AWAITING_CAPTURE', this.confirmed],
    ['AWAITING_DISPATCH', this.captured],
    ['AWAITING_DELIVERY', this.dispatched],
    ['AWAITING_COMPLETION', this.delivered],
    ['DONE', () => this.desk.passDeadline(this.orderId)],
  ];

  private ofStock<Data>(contract: EventContract<Data>, more: object = {}): Promise<Envelope> {
    return this.say(contract, this.reservationId, { reservationId: this.reservationId, ...more });
  }

  private ofMoney<Data>(contract: EventContract<Data>, more: object = {}): Promise<Envelope> {
    return this.say(contract, this.paymentId, { paymentId: this.paymentId, ...more });
  }

  private ofParcel<Data>(contract: EventContract<Data>, more: object = {}): Promise<Envelope> {
    return this.say(contract, this.shipmentId, { shipmentId: this.shipmentId, ...more });
  }

  private say<Data>(contract: EventContract<Data>, aggregateId: string, data: object): Promise<Envelope> {
    const version = (this.versions.get(aggregateId) ?? 0) + 1;
    this.versions.set(aggregateId, version);
    return publishEvent(this.nats, contract({ orderId: this.orderId, ...data } as Data), { aggregateId, version });
  }
}

/** Waits until orders has dealt with everything that its neighbours have said. */
export async function allIsHeard(desk: OrderDesk): Promise<void> {
  const manager = await desk.orders.running.parts.nats.jetstreamManager();
  const consumers = [
    ['INVENTORY', 'orders-inventory-reservation'],
    ['PAYMENTS', 'orders-payments-payment'],
    ['SHIPPING', 'orders-shipping-shipment'],
  ] as const;
  await eventually(async () => {
    for (const [stream, consumer] of consumers) {
      const { num_pending, num_ack_pending } = await manager.consumers.info(stream, consumer);
      if (num_pending + num_ack_pending > 0) throw new Error(`${consumer} is still busy.`);
    }
  });
}
