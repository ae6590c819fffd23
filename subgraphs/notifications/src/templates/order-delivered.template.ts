import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import type { OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** The parcel has arrived. */
export function orderDelivered(letter: OrderLetterFacts): RenderedMail {
  const words = wordsFor(letter.order.locale);
  return renderCustomerLetter(letter, words, words.mails.ORDER_DELIVERED(letter.order));
}
