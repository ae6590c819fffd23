import type { StockLowContent } from '../domain/message-content.js';
import type { RenderedMail } from './layout/letter.js';
import { renderLetter } from './layout/render-letter.js';
import { wordsFor } from './words/words-for.js';

/** Stock runs out; for staff, who read English. @param item what it is called, as far as that could be found out. */
export function stockLow({ warehouseCode, available, threshold }: StockLowContent, item: string): RenderedMail {
  const { labels, mails, greeting } = wordsFor('en');
  const facts = [
    { label: labels.item, value: item },
    { label: labels.warehouse, value: warehouseCode },
    { label: labels.available, value: String(available) },
    { label: labels.threshold, value: String(threshold) },
  ];
  return renderLetter({
    ...mails.STOCK_LOW({ item, warehouseCode, available }),
    labels,
    greeting: greeting(null),
    action: null,
    blocks: [{ kind: 'facts', facts }],
  });
}
