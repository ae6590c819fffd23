import { type CustomerLetterFacts, renderCustomerLetter } from './customer-letter.js';
import type { RenderedMail } from './layout/letter.js';
import { wordsFor } from './words/words-for.js';

/** Somebody opened an account. */
export function welcome(letter: CustomerLetterFacts & { locale: string }): RenderedMail {
  const words = wordsFor(letter.locale);
  return renderCustomerLetter(letter, words, words.mails.WELCOME({}));
}
