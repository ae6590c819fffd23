import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { goodsOf } from './order-blocks.js';
import { type ContentOf, isFree, type OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The order was cancelled, and why. */
export function orderCancelled(letter: OrderLetterFacts, { code }: ContentOf<'ORDER_CANCELLED'>): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const sentences = words.mails.ORDER_CANCELLED({ orderNumber: order.orderNumber, code, isFree: isFree(order) });
  return renderCustomerLetter(letter, words, sentences, [goodsOf(order, words.labels)]);
}
