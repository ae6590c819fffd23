import { CurrencyCode } from '@souk/kit/graphql';
import { ArgsType, Field } from 'type-graphql';
import { defaultCurrency } from '../domain/price.js';

@ArgsType()
export class CurrencyArguments {
  @Field(() => CurrencyCode, { defaultValue: defaultCurrency, description: 'In which currency.' })
  currency!: string;
}
