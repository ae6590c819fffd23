import { english } from './english/english.js';
import type { Words } from './words.js';

/** The languages that the shop speaks, by their primary tag. */
const languages = new Map<string, Words>([['en', english]]);

/** The words for a locale: those of its language, or English. @param locale a BCP 47 tag, well formed or not. */
export function wordsFor(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split(/[-_]/);
  return languages.get(language) ?? english;
}
