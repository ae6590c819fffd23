import { randomUUID } from 'node:crypto';
import { berlin } from '@souk/client/addresses';
import {
  AddCartLinesDocument,
  OrderDetailsDocument,
  type OrderDetailsQuery,
  PlaceOrderDocument,
  type PlaceOrderInput,
  QuoteCartDocument,
  WatchOrderDocument,
  type WatchOrderSubscription,
} from '@souk/schema/generated/graphql';
import { existing, type Visitor } from './visitors.js';

export type StatusChange = WatchOrderSubscription['orderStatusChanged'];
export type OrderDetails = NonNullable<OrderDetailsQuery['order']>;

/** Puts goods into the cart and takes a quote. Returns the quote's id. */
export async function quoteFor({ shop }: Visitor, variantId: string, quantity = 1, to = berlin): Promise<string> {
  const input = { lines: [{ variantId, quantity }], idempotencyKey: randomUUID() };
  const { addCartLines } = await shop.run(AddCartLinesDocument, { input });
  existing(addCartLines?.cart);
  return requote(shop, to);
}

export async function requote(shop: Visitor['shop'], { countryCode, postalCode } = berlin): Promise<string> {
  const { cart } = await shop.run(QuoteCartDocument, { destination: { countryCode, postalCode } });
  return existing(cart?.quote?.quote).id;
}

/** What `placeOrder` is sent, with a new key and a good card. */
export function anOrderFor(visitor: Visitor, quoteId: string, more: Partial<PlaceOrderInput> = {}): PlaceOrderInput {
  return {
    quoteId,
    payment: { provider: 'STRIPE', token: 'pm_card_visa' },
    shippingAddress: berlin,
    contactEmail: visitor.email,
    idempotencyKey: randomUUID(),
    ...more,
  };
}

/** Orders goods. Returns the order's id. */
export async function buy(
  visitor: Visitor,
  variantId: string,
  options: { quantity?: number; token?: string } = {},
): Promise<string> {
  const { quantity = 1, token = 'pm_card_visa' } = options;
  const quoteId = await quoteFor(visitor, variantId, quantity);
  const input = anOrderFor(visitor, quoteId, { payment: { provider: 'STRIPE', token } });
  const { placeOrder } = await visitor.shop.run(PlaceOrderDocument, { input });
  return existing(placeOrder?.order).id;
}

/** Every change of an order's status, live, up to and with the one that `isLast` names. */
export async function changesUntil(
  visitor: Pick<Visitor, 'shop'>,
  orderId: string,
  isLast: (change: StatusChange) => boolean,
  afterSequence = 0,
): Promise<StatusChange[]> {
  const changes: StatusChange[] = [];
  for await (const { orderStatusChanged } of visitor.shop.subscribe(WatchOrderDocument, { orderId, afterSequence })) {
    changes.push(orderStatusChanged);
    if (isLast(orderStatusChanged)) break;
  }
  return changes;
}

export async function orderOf({ shop }: Pick<Visitor, 'shop'>, id: string): Promise<OrderDetails> {
  return existing((await shop.run(OrderDetailsDocument, { id })).order);
}
