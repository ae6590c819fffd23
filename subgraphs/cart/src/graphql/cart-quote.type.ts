import { MoneyType, PayloadType } from '@souk/kit/graphql';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProductVariantType } from './product-variant.type.js';

@InputType({ description: 'Where the goods are to go: as much of the address as rates and taxes depend on.' })
export class QuoteDestinationInput {
  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2, in capitals.' })
  countryCode!: string;

  @Field(() => String, { nullable: true, description: 'State or province, where there are any.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;
}

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('CartQuoteLine', { description: 'A line as it was quoted.' })
export class CartQuoteLineType {
  @Field(() => ProductVariantType, { nullable: true, description: 'The item.' })
  variant!: ProductVariantType | null;

  @Field(() => String, { description: 'Its stock keeping unit.' })
  sku!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'How many.' })
  quantity!: number;

  @Field(() => MoneyType, { description: 'What one unit costs.' })
  unitPrice!: MoneyType;

  @Field(() => MoneyType, { description: 'Quantity times unit price.' })
  lineTotal!: MoneyType;

  @Field(() => Int, { description: 'The rate of tax in hundredths of a percent: 1900 for 19 %.' })
  taxRateBasisPoints!: number;

  @Field(() => MoneyType, { description: "The tax: inside the line's total or on top of it, see `pricesIncludeTax`." })
  tax!: MoneyType;
}

@Directive('@authenticated')
@ObjectType('CartShippingMethod', { description: 'A way in which the parcel can be sent.' })
export class CartShippingMethodType {
  @Field(() => String, { description: 'Send it as `shippingMethodCode` to choose this way.' })
  methodCode!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => MoneyType, { description: 'What it costs.' })
  price!: MoneyType;

  @Field(() => Int, { description: 'Days until the parcel arrives, at least.' })
  minDays!: number;

  @Field(() => Int, { description: 'Days until the parcel arrives, at most.' })
  maxDays!: number;
}

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('CartQuoteShipping', { description: 'The way of sending that was quoted.' })
export class CartQuoteShippingType extends CartShippingMethodType {
  @Field(() => MoneyType, { description: 'The tax on it: inside its price or on top of it, see `pricesIncludeTax`.' })
  tax!: MoneyType;
}

@Directive('@tag(name: "personal")')
@Directive('@authenticated')
@ObjectType('CartQuote', { description: 'What a purchase costs; an order can be placed with it for half an hour.' })
export class CartQuoteType {
  @Field(() => ID, { description: 'Send it as `quoteId` to place the order.' })
  id!: string;

  @Field(() => [CartQuoteLineType], { description: 'The lines of the cart at that moment.' })
  lines!: CartQuoteLineType[];

  @Field(() => MoneyType, { description: 'The sum of the lines.' })
  subtotal!: MoneyType;

  @Field(() => CartQuoteShippingType, { description: 'The chosen way of sending; the cheapest when none was chosen.' })
  shipping!: CartQuoteShippingType;

  @Field(() => [CartShippingMethodType], { description: 'Every way of sending there is.' })
  availableShippingMethods!: CartShippingMethodType[];

  @Field(() => Boolean, { description: 'Whether lines and shipping contain the tax; otherwise it comes on top.' })
  pricesIncludeTax!: boolean;

  @Field(() => MoneyType, { description: 'All tax together.' })
  taxTotal!: MoneyType;

  @Field(() => MoneyType, { description: 'What is to be paid.' })
  total!: MoneyType;

  @Field(() => Date, { description: 'Until when it holds.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What `Cart.quote` answers.' })
export class CartQuotePayload extends PayloadType {
  @Field(() => CartQuoteType, { nullable: true, description: 'The quote.' })
  quote?: CartQuoteType;
}
