import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { goodsOf } from './order-blocks.js';
import type { OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The buyer's bank wants them to approve the payment. */
export function paymentActionRequired(letter: OrderLetterFacts): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  return renderCustomerLetter(letter, words, words.mails.PAYMENT_ACTION_REQUIRED(order), [
    goodsOf(order, words.labels),
  ]);
}
