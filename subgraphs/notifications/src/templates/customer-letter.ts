import type { Block, RenderedMail } from './layout/letter.js';
import { renderLetter } from './layout/render-letter.js';
import type { MailWords, Words } from './words/words.js';

/** Whom a letter greets, and where its button leads. */
export interface CustomerLetterFacts {
  name: string;
  url: string;
}

/** A letter to a customer: its sentences, its button, and what stands below. */
export function renderCustomerLetter(
  { name, url }: CustomerLetterFacts,
  words: Words,
  { action, ...sentences }: MailWords,
  blocks: readonly Block[] = [],
): RenderedMail {
  return renderLetter({
    ...sentences,
    labels: words.labels,
    greeting: words.greeting(name),
    action: action === null ? null : { label: action, url },
    blocks,
  });
}
