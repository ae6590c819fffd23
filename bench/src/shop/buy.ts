import { randomUUID } from 'node:crypto';
import { berlin } from '@souk/client/addresses';
import { required } from '@souk/client/required';
import type { ShopClient } from '@souk/client/shop-client';
import {
  AddCartLinesDocument,
  FollowOrderDocument,
  type OrderStatus,
  PlaceOrderDocument,
  QuoteCartDocument,
} from '@souk/schema/generated/graphql';

const destination = { countryCode: berlin.countryCode, postalCode: berlin.postalCode };
const patienceMs = 120_000;

/** Where an order came to rest, and why if it was cancelled. */
export interface Outcome {
  status: OrderStatus;
  cancellation: string | null;
}

/** Puts one unit into the cart and takes a quote. Returns the quote's id. */
export async function takeQuote(shop: ShopClient, variantId: string): Promise<string> {
  const { addCartLines } = await shop.run(AddCartLinesDocument, { input: { lines: [{ variantId, quantity: 1 }] } });
  required(addCartLines?.cart, 'a cart', addCartLines?.userErrors);
  const { cart } = await shop.run(QuoteCartDocument, { destination });
  return required(cart?.quote?.quote, 'a quote', cart?.quote?.userErrors).id;
}

/** Orders at a quote, with a good card, once per key. Returns the order's id. */
export async function placeOrder(shop: ShopClient, quoteId: string, idempotencyKey = randomUUID()): Promise<string> {
  const input = {
    quoteId,
    payment: { provider: 'STRIPE', token: 'pm_card_visa' } as const,
    shippingAddress: berlin,
    contactEmail: `bench-${idempotencyKey}@example.com`,
    idempotencyKey,
  };
  const { placeOrder } = await shop.run(PlaceOrderDocument, { input });
  return required(placeOrder?.order, 'an order', placeOrder?.userErrors).id;
}

/** Follows an order live until it is PAID or CANCELLED. @throws {Error} when that takes longer than two minutes. */
export async function followOrder(shop: ShopClient, orderId: string): Promise<Outcome> {
  const patience = setTimeout(() => void shop.close(), patienceMs);
  try {
    for await (const { orderStatusChanged } of shop.subscribe(FollowOrderDocument, { orderId })) {
      const { status, order } = orderStatusChanged;
      if (status === 'PAID' || status === 'CANCELLED')
        return { status, cancellation: order.cancellation?.code ?? null };
    }
  } finally {
    clearTimeout(patience);
    await shop.close();
  }
  throw new Error(`Order ${orderId} was neither paid nor cancelled within ${patienceMs / 1_000} seconds.`);
}
