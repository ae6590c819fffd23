import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { amountIn, goodsOf } from './order-blocks.js';
import { isFree, type OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The payment was taken, or there was nothing to pay. */
export function orderPaid(letter: OrderLetterFacts): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const facts = { orderNumber: order.orderNumber, total: amountIn(order, order.total), isFree: isFree(order) };
  return renderCustomerLetter(letter, words, words.mails.ORDER_PAID(facts), [goodsOf(order, words.labels)]);
}
