import { renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { amountIn } from './order-blocks.js';
import type { ContentOf, OrderLetterFacts } from './order-facts.js';
import { wordsFor } from './words/words-for.js';

/** Money was given back. */
export function paymentRefunded(
  letter: OrderLetterFacts,
  { amount, isFull, reason }: ContentOf<'PAYMENT_REFUNDED'>,
): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const refunded = amountIn(order, amount);
  const sentences = words.mails.PAYMENT_REFUNDED({ orderNumber: order.orderNumber, amount: refunded, isFull });
  const { labels } = words;
  const why = reason === null ? [] : [{ label: labels.reason, value: reason }];
  const facts = [{ label: labels.refunded, value: refunded }, ...why];
  return renderCustomerLetter(letter, words, sentences, [{ kind: 'facts', facts }]);
}
