import { randomUUID } from 'node:crypto';
import { PlaceOrderDocument, type PlaceOrderInput, QuoteCartDocument } from '@souk/schema/generated/graphql';
import type { Scenario } from './scenario.js';
import { tell } from './tell.js';
import { required, type Visitor } from './visit.js';

const shippingAddress = {
  name: 'Demo Visitor',
  line1: 'Unter den Linden 1',
  city: 'Berlin',
  postalCode: '10117',
  countryCode: 'DE',
};

/** Takes a quote and orders at it. Returns the order's id. */
export async function checkOut(visitor: Visitor, scenario: Scenario): Promise<string> {
  const quoteId = await takeQuote(visitor);
  const input: PlaceOrderInput = {
    quoteId,
    payment: { provider: 'STRIPE', token: scenario.paymentToken },
    shippingAddress,
    idempotencyKey: randomUUID(),
    ...(scenario.isGuest && { contactEmail: visitor.email }),
  };
  const { placeOrder } = await visitor.shop.run(PlaceOrderDocument, { input });
  const order = required(placeOrder?.order, `an order (${placeOrder?.userErrors[0]?.message})`);
  tell('ordered', `${order.orderNumber} is ${order.status}`);
  return order.id;
}

async function takeQuote({ shop }: Visitor): Promise<string> {
  const { countryCode, postalCode } = shippingAddress;
  const { cart } = await shop.run(QuoteCartDocument, { destination: { countryCode, postalCode } });
  const quote = required(cart?.quote?.quote, `a quote (${cart?.quote?.userErrors[0]?.message})`);
  const { subtotal, shipping, taxTotal, total } = quote;
  tell(
    'quote',
    `${subtotal.formatted} + ${shipping.name} ${shipping.price.formatted} = ${total.formatted}, with ${taxTotal.formatted} tax`,
  );
  return quote.id;
}
