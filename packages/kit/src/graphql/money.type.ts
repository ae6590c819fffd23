import { Arg, Directive, Field, ObjectType } from 'type-graphql';
import { formatMoney, PublicError } from '../domain/index.js';
import { CurrencyCode, SafeInt } from './scalars.js';

@Directive('@shareable')
@ObjectType('Money', { description: 'An amount of money in whole minor units of its currency.' })
export class MoneyType {
  @Field(() => SafeInt, { description: 'Whole minor units: cents for EUR, yen for JPY.' })
  amountMinor!: number;

  @Field(() => CurrencyCode, { description: 'The currency, ISO 4217.' })
  currency!: string;

  @Field(() => String, { description: 'The amount for people, such as €12.50.' })
  formatted(
    @Arg('locale', () => String, { defaultValue: 'en', description: 'How to write it: a BCP 47 language tag.' })
    locale: string,
  ): string {
    try {
      return formatMoney(this, locale);
    } catch (error) {
      if (error instanceof RangeError)
        throw new PublicError('BAD_USER_INPUT', 'Not a language tag.', { field: 'locale' });
      throw error;
    }
  }
}

export function toMoneyType(money: { amountMinor: number; currency: string }): MoneyType {
  return Object.assign(new MoneyType(), { amountMinor: money.amountMinor, currency: money.currency });
}
