import { MoneyType } from '@souk/kit/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@cacheControl(inheritMaxAge: true)')
@ObjectType('PriceRange', { description: 'From the cheapest to the dearest variant.' })
export class PriceRangeType {
  @Directive('@cacheControl(inheritMaxAge: true)')
  @Field(() => MoneyType, { description: 'What the cheapest variant costs.' })
  lowest!: MoneyType;

  @Directive('@cacheControl(inheritMaxAge: true)')
  @Field(() => MoneyType, { description: 'What the dearest variant costs.' })
  highest!: MoneyType;
}
