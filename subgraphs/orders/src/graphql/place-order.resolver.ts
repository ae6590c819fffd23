import { PublicError } from '@souk/kit/domain';
import { payloadOf, requireId } from '@souk/kit/graphql';
import { type Caller, ownerIdsOf, requireOwnerId } from '@souk/kit/identity';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { OrdersContext } from '../context.js';
import type { PaymentProvider } from '../domain/payment-choice.js';
import type { ShippingAddress } from '../domain/shipping-address.js';
import { findOrderAnew } from '../persistence/find-orders.js';
import { type PlaceOrder, placeOrder } from '../use-cases/place-order.js';
import { toOrderType } from './order.type.js';
import { PlaceOrderInput, type ShippingAddressInput } from './place-order.input.js';
import { PlaceOrderPayload, toPlaceOrderError } from './place-order.payload.js';

@Resolver()
export class PlaceOrderResolver {
  @Directive('@authenticated')
  @Mutation(() => PlaceOrderPayload, {
    nullable: true,
    description:
      'Orders what a quote says, once per key. What is found out later is `Order.cancellation`. Refusals: CART_EMPTY, PRICE_CHANGED, QUOTE_EXPIRED, QUOTE_NOT_FOUND, NOT_DELIVERABLE, ALREADY_ORDERED, INVALID_ADDRESS, EMAIL_REQUIRED, INVALID_EMAIL, PAYMENT_REQUIRED, INVALID_PAYMENT_TOKEN.',
  })
  placeOrder(
    @Arg('input', () => PlaceOrderInput, { description: 'What to order.' }) input: PlaceOrderInput,
    @Ctx() context: OrdersContext,
  ): Promise<PlaceOrderPayload> {
    const request = requestOf(input, context.caller);
    return payloadOf<PlaceOrderPayload>(async () => {
      const { receipt, replayed } = await placeOrder(context, request);
      const order = await findOrderAnew(context, receipt.orderId);
      return { order: order && toOrderType(order), replayed };
    }, toPlaceOrderError);
  }
}

function requestOf(input: PlaceOrderInput, caller: Caller): PlaceOrder {
  const { idempotencyKey, quoteId, payment, shippingAddress, contactEmail = null, locale } = input;
  const buyer = {
    customerId: requireOwnerId(caller),
    isGuest: caller.kind === 'guest',
    contactEmail,
    locale: toLocale(locale ?? 'en'),
  };
  return {
    idempotencyKey,
    quoteId: requireId(quoteId, 'quoteId'),
    buyer,
    ownerIds: ownerIdsOf(caller),
    shippingAddress: toAddress(shippingAddress),
    payment: payment ? { provider: payment.provider as PaymentProvider, token: payment.token } : null,
  };
}

function toAddress(input: ShippingAddressInput): ShippingAddress {
  const { name, line1, city, postalCode, countryCode } = input;
  const { line2 = null, region = null, phone = null } = input;
  return { name, line1, line2, city, postalCode, region, countryCode, phone };
}

function toLocale(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new PublicError('BAD_USER_INPUT', '"locale" is not a language tag.', { field: 'locale' });
  }
}
