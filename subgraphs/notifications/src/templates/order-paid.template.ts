import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { amountIn, goodsOf } from './order-blocks.js';
import type { OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The payment was taken. */
export function orderPaid(letter: OrderLetterFacts): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const facts = { orderNumber: order.orderNumber, total: amountIn(order, order.total) };
  return renderCustomerLetter(letter, words, words.mails.ORDER_PAID(facts), [goodsOf(order, words.labels)]);
}
