import { MoneyType } from '@souk/kit/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@requiresScopes(scopes: [["shipping:read"]])')
@ObjectType('ShippingRate', { description: 'What a way of sending costs in a currency.' })
export class ShippingRateType {
  @Field(() => String, { description: 'Which way, such as `standard`.' })
  methodCode!: string;

  @Field(() => MoneyType, { description: 'What it costs.' })
  price!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'The value of goods from which it is free.' })
  freeFrom!: MoneyType | null;

  @Field(() => Int, { nullable: true, description: 'Heavier parcels do not go this way; in grams.' })
  maxWeightGrams!: number | null;
}

@Directive('@requiresScopes(scopes: [["shipping:read"]])')
@ObjectType('ShippingZone', { description: 'Countries with the same ways and prices.' })
export class ShippingZoneType {
  @Field(() => String, { description: 'Its code, such as `eu`.' })
  code!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => [String], { description: 'Its countries, ISO 3166-1 alpha-2.' })
  countryCodes!: string[];
}
