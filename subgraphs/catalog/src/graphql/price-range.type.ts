import { MoneyType } from '@souk/kit/graphql';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('PriceRange', { description: 'From the cheapest to the dearest variant.' })
export class PriceRangeType {
  @Field(() => MoneyType, { description: 'What the cheapest variant costs.' })
  lowest!: MoneyType;

  @Field(() => MoneyType, { description: 'What the dearest variant costs.' })
  highest!: MoneyType;
}
