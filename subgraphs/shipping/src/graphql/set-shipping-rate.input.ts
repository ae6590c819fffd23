import { CurrencyCode, SafeInt } from '@souk/kit/graphql';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A new price for a way of sending.' })
export class SetShippingRateInput {
  @Field(() => String, { description: 'Where to, such as `eu`.' })
  zoneCode!: string;

  @Field(() => String, { description: 'Which way, such as `standard`.' })
  methodCode!: string;

  @Field(() => CurrencyCode, { description: 'In which currency.' })
  currency!: string;

  @Field(() => SafeInt, { description: 'What it costs, in minor units.' })
  priceMinor!: number;

  @Field(() => SafeInt, { nullable: true, description: 'The value of goods from which it is free, in minor units.' })
  freeFromMinor?: number | null;
}
