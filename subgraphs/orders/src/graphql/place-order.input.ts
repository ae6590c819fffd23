import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { paymentProviders } from '../domain/payment-choice.js';

export const PaymentProviderEnum = Object.fromEntries(paymentProviders.map((provider) => [provider, provider]));
registerEnumType(PaymentProviderEnum, {
  name: 'PaymentProvider',
  description: 'Who takes the money.',
  valuesConfig: { STRIPE: { description: 'Cards, by way of Stripe.' } },
});

@InputType({ description: 'Where the parcel goes.' })
export class ShippingAddressInput {
  @Field(() => String, { description: 'Who receives the parcel.' })
  name!: string;

  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, company.' })
  line2?: string | null;

  @Field(() => String, { description: 'Town.' })
  city!: string;

  @Field(() => String, { description: 'Postal code.' })
  postalCode!: string;

  @Field(() => String, { nullable: true, description: 'State or province, where there are any.' })
  region?: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2, in capitals.' })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'For the carrier.' })
  phone?: string | null;
}

@InputType({ description: 'How to pay.' })
export class PaymentChoiceInput {
  @Field(() => PaymentProviderEnum, { description: 'Who takes the money.' })
  provider!: string;

  @Field(() => String, { description: "The provider's token of a payment method. Never a card number." })
  token!: string;
}

@InputType({ description: 'What to order, where it goes and how it is paid. Prices come from the quote alone.' })
export class PlaceOrderInput {
  @Field(() => ID, { description: 'The quote of the cart, for the country, region and postal code of the address.' })
  quoteId!: string;

  @Field(() => PaymentChoiceInput, {
    nullable: true,
    description: 'How to pay. Needed where there is something to pay; ignored where there is not.',
  })
  payment?: PaymentChoiceInput | null;

  @Field(() => ShippingAddressInput, { description: 'Where the parcel goes.' })
  shippingAddress!: ShippingAddressInput;

  @Field(() => String, {
    nullable: true,
    description: "Where messages go. Guests must say; customers may, instead of their account's own.",
  })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'The language for messages: a BCP 47 tag; `en` when not said.' })
  locale?: string | null;

  @Field(() => ID, { description: '16 to 255 characters, new for each wish, the same when it is sent again.' })
  idempotencyKey!: string;
}
