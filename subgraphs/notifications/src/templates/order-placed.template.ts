import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { addressOf, goodsOf } from './order-blocks.js';
import { isFree, type OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The order was received. */
export function orderPlaced(letter: OrderLetterFacts): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const sentences = words.mails.ORDER_PLACED({ orderNumber: order.orderNumber, isFree: isFree(order) });
  const blocks = [goodsOf(order, words.labels), addressOf(order, words.labels)];
  return renderCustomerLetter(letter, words, sentences, blocks);
}
