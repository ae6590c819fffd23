import { CurrencyCode, payloadOf } from '@souk/kit/graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CartContext } from '../context.js';
import { defaultCurrency } from '../domain/defaults.js';
import { toDestination } from '../domain/destination.js';
import { quoteCart } from '../use-cases/quote-cart.js';
import { CartType } from './cart.type.js';
import { CartQuotePayload, QuoteDestinationInput } from './cart-quote.type.js';
import { toCartQuoteType } from './to-cart-quote-type.js';
import { toCartUserError } from './variant-error.type.js';

@ArgsType()
class QuoteArguments {
  @Field(() => QuoteDestinationInput, { description: 'Where the goods are to go.' })
  destination!: QuoteDestinationInput;

  @Field(() => CurrencyCode, { defaultValue: defaultCurrency, description: 'The currency to pay in.' })
  currency!: string;

  @Field(() => String, { nullable: true, description: 'The way of sending; the cheapest when not said.' })
  shippingMethodCode?: string | null;
}

@Resolver(() => CartType)
export class CartQuoteResolver {
  @FieldResolver(() => CartQuotePayload, {
    nullable: true,
    description:
      'What the cart costs with shipping and tax; the quote is kept for half an hour. Refusals: CART_EMPTY, VARIANT_UNAVAILABLE, CURRENCY_NOT_SOLD, NOT_DELIVERABLE.',
  })
  quote(
    @Root() cart: CartType,
    @Args(() => QuoteArguments) { currency, shippingMethodCode, ...place }: QuoteArguments,
    @Ctx() context: CartContext,
  ): Promise<CartQuotePayload> {
    const destination = toDestination(place.destination);
    const { id: cartId, version: cartVersion, ownerId, channelId, lines } = cart;
    const subject = { ownerId, cartId, cartVersion, channelId, lines, destination, currency };
    return payloadOf<CartQuotePayload>(async () => {
      const quote = await quoteCart(context, { ...subject, shippingMethodCode: shippingMethodCode ?? undefined });
      return { quote: toCartQuoteType(quote) };
    }, toCartUserError);
  }
}
