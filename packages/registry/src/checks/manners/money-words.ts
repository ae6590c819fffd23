import { wordsOf } from '../../sdl/type-text.js';

const moneyWords = /^((price|total|subtotal|amount|cost|fee|discount)s?|tax(es)?)$/;

/** Whether a name says that it is money: `unitPrice` does, `priceRange` and `totalCount` do not. */
export function isCalledMoney(name: string): boolean {
  return moneyWords.test(wordsOf(name).at(-1) ?? '');
}

/** Whether a name says that it counts minor units: `amountMinor`. */
export function isCalledMinor(name: string): boolean {
  return wordsOf(name).at(-1) === 'minor';
}
