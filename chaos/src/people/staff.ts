import { randomUUID } from 'node:crypto';
import {
  AdjustStockDocument,
  type AdjustStockInput,
  CancelOrderDocument,
  OrderProgressDocument,
  RefundPaymentDocument,
  type RefundPaymentInput,
  SetPricesDocument,
  type SetPricesInput,
} from '@souk/schema/generated/graphql';
import type { MutationPayload } from './classify-answer.js';
import { Correspondent, type CorrespondentParts, type Wish } from './correspondent.js';
import { type Manner, sendInManner } from './manners.js';
import { type Market, pickGoods, warehouseCode } from './market.js';

/** Orders that staff may look at. */
export type OrderTray = string[];

const manners = { CALM: 70, DOUBLE: 18, IMPATIENT: 12, ABSENT: 0 };
const tasks = { COUNT: 45, PRICE: 20, REFUND: 25, CANCEL: 10 };

type Task<Payload extends MutationPayload, Input extends object> = Omit<
  Wish<Payload, { input: Input }>,
  'id' | 'variables'
> & { input: Input };

/** Somebody who works for the shop: counts stock, sets prices, gives money back, cancels orders. */
export class StaffMember {
  private readonly correspondent: Correspondent;

  constructor(
    private readonly parts: CorrespondentParts,
    private readonly market: Market,
    private readonly tray: OrderTray,
  ) {
    this.correspondent = new Correspondent(parts);
  }

  /** Works until the shop closes: so many tasks a second on average. */
  async work(tasksPerSecond: number): Promise<void> {
    const { patience, random } = this.parts;
    while (!patience.isClosed) {
      await patience.waitWhileOpen(random.pauseMs(tasksPerSecond));
      await this.doSomething();
    }
  }

  private doSomething(): Promise<unknown> {
    switch (this.parts.random.pickWeighted(tasks)) {
      case 'COUNT':
        return this.count();
      case 'PRICE':
        return this.setPrice();
      case 'REFUND':
        return this.refund();
      case 'CANCEL':
        return this.cancel();
    }
  }

  private count() {
    const { random } = this.parts;
    const key = randomUUID();
    const isMore = random.chance(0.6);
    const input: AdjustStockInput = {
      variantId: pickGoods(this.market, random),
      warehouseCode,
      delta: random.integer(1, 12) * (isMore ? 1 : -1),
      reason: isMore ? 'DELIVERY' : 'LOSS',
      note: key,
      idempotencyKey: key,
    };
    return this.send({ operation: 'adjustStock', yields: 'stockLevel', document: AdjustStockDocument, input, key });
  }

  private setPrice() {
    const { random } = this.parts;
    const prices = [{ amountMinor: random.integer(700, 1_900), currency: 'EUR' }];
    const input: SetPricesInput = { variantId: pickGoods(this.market, random), prices };
    return this.send({ operation: 'setPrices', yields: 'variant', document: SetPricesDocument, input, key: null });
  }

  private async refund(): Promise<unknown> {
    const { random } = this.parts;
    const order = (await this.lookAtOrder())?.order;
    const paidMinor = order?.payment?.capturedAmount.amountMinor ?? 0;
    if (!order?.payment || paidMinor === 0) return;
    const key = randomUUID();
    const amountMinor = random.chance(0.3) ? null : random.integer(1, paidMinor);
    const input: RefundPaymentInput = { paymentId: order.payment.id, amountMinor, reason: key, idempotencyKey: key };
    return this.send({ operation: 'refundPayment', yields: 'refund', document: RefundPaymentDocument, input, key });
  }

  private async cancel(): Promise<unknown> {
    const order = (await this.lookAtOrder())?.order;
    if (!order) return;
    const key = randomUUID();
    const input = { orderId: order.id, idempotencyKey: key };
    return this.send({ operation: 'cancelOrder', yields: 'order', document: CancelOrderDocument, input, key });
  }

  private async lookAtOrder() {
    const { tray } = this;
    if (tray.length === 0) return null;
    const [orderId] = tray.splice(this.parts.random.integer(0, tray.length - 1), 1);
    return this.correspondent.read(OrderProgressDocument, { id: orderId! });
  }

  private send<Payload extends MutationPayload, Input extends object>({ input, ...task }: Task<Payload, Input>) {
    const wish = { id: randomUUID(), ...task, variables: { input } };
    const manner = this.parts.random.pickWeighted<Manner>(manners);
    return sendInManner(this.parts, this.correspondent, wish, manner);
  }
}
