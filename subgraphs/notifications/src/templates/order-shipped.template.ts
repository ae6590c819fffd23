import { renderCustomerLetter } from './customer-letter.js';
import type { Block, RenderedMail } from './layout/letter.js';
import { addressOf } from './order-blocks.js';
import type { ContentOf, OrderLetterFacts } from './order-facts.js';
import type { Labels } from './words/words.js';
import { wordsFor } from './words/words-for.js';

type Shipped = ContentOf<'ORDER_SHIPPED'>;

/** A parcel is on its way. */
export function orderShipped(letter: OrderLetterFacts, content: Shipped): RenderedMail {
  const { order } = letter;
  const words = wordsFor(order.locale);
  const facts = { orderNumber: order.orderNumber, carrier: content.carrier };
  const blocks = [trackingOf(content, words.labels), addressOf(order, words.labels)];
  return renderCustomerLetter(letter, words, words.mails.ORDER_SHIPPED(facts), blocks);
}

function trackingOf({ carrier, trackingNumber }: Shipped, labels: Labels): Block {
  const facts = [
    { label: labels.carrier, value: carrier },
    { label: labels.trackingNumber, value: trackingNumber },
  ];
  return { kind: 'facts', facts };
}
