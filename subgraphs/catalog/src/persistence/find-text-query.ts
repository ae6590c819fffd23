import { type RawQueryFragment, sql } from '@mikro-orm/core';
import { PublicError } from '@souk/kit/domain';
import type { EntityManager } from '@souk/kit/persistence';
import type { TextQuery } from '../domain/search-criteria.js';
import { plainLetters } from '../domain/slug.js';
import { nearestWords } from './spelling.js';

const longestText = 200;
const mostWords = 12;

/**
 * Understands what somebody typed: every word must be there, the last one may be unfinished. When nothing fits, unknown
 * words give way to the nearest known ones; when still nothing fits, some of the words suffice. Null for blank text.
 * @throws {PublicError} BAD_USER_INPUT when it is too long.
 */
export async function findTextQuery(em: EntityManager, text: string): Promise<TextQuery | null> {
  if (text.length > longestText)
    throw new PublicError('BAD_USER_INPUT', `A query has at most ${longestText} characters.`, {
      field: 'query',
      limit: longestText,
      actual: text.length,
    });
  if (text.trim() === '') return null;
  const words = wordsOf(text);
  if (words.length === 0) return { expression: '', plain: '', correction: null };
  const plain = words.join(' ');
  const asWritten = await tryQuery(em, allWords(words.map((word) => [word])));
  if (asWritten.isFound) return { expression: asWritten.tsquery, plain, correction: null };
  const choices = await correct(em, words);
  const correction = choices.flatMap((choice) => choice.slice(0, 1)).join(' ');
  if (correction === '') return { expression: asWritten.tsquery, plain, correction: null };
  const all = await tryQuery(em, allWords(choices));
  const { tsquery: expression } = all.isFound ? all : await tryQuery(em, anyWord(choices));
  return { expression, plain: correction, correction: correction === plain ? null : correction };
}

function wordsOf(text: string): string[] {
  return (plainLetters(text).match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []).slice(0, mostWords);
}

async function tryQuery(em: EntityManager, tsquery: RawQueryFragment): Promise<{ tsquery: string; isFound: boolean }> {
  const [row] = await em.execute<{ tsquery: string; isFound: boolean }[]>(
    sql`select wanted::text as tsquery,
        exists (select from product_search where is_active and document @@ wanted) as "isFound"
      from (select ${tsquery} as wanted) as query`,
  );
  return row ?? { tsquery: '', isFound: false };
}

/** Products with one word of each choice. The last words may be unfinished. */
function allWords(choices: readonly (readonly string[])[]): RawQueryFragment {
  const written = choices.filter((choice) => choice.length > 0);
  const parts = written.map((choice, index) => `(${oneOf(choice, index === written.length - 1)})`);
  const query = sql`to_tsquery('souk', ${parts.join(' & ')})`;
  const only = written.length === 1 ? written[0]?.[0] : undefined;
  // A word of its own that is just being typed may look like one that the index leaves out, such as "the" for "thermos".
  return only === undefined ? query : sql`(${query} || to_tsquery('simple', ${`${only}:*`}))`;
}

function anyWord(choices: readonly (readonly string[])[]): RawQueryFragment {
  return sql`to_tsquery('souk', ${oneOf(choices.flat(), true)})`;
}

function oneOf(words: readonly string[], isUnfinished: boolean): string {
  return words.map((word) => (isUnfinished ? `'${word}':*` : `'${word}'`)).join(' | ');
}

/** For each word what to look for: itself when products have it (or the index leaves it out), else known words like it. */
async function correct(em: EntityManager, words: readonly string[]): Promise<string[][]> {
  const rows = await em.execute<{ word: string; isKnown: boolean; similar: string[] }[]>(
    sql`select asked.word,
        numnode(query) = 0 or exists (select from product_search where is_active and document @@ query) as "isKnown",
        array(select known.word from search_word known where known.word % asked.word
          or (left(known.word, 1) = left(asked.word, 1) and abs(length(known.word) - length(asked.word)) <= 1)) as similar
      from unnest(array[${[...words]}]::text[]) with ordinality as asked(word, position),
        to_tsquery('souk', quote_literal(asked.word) || ':*') as query
      order by position`,
  );
  return rows.map(({ word, isKnown, similar }, index) =>
    isKnown ? [word] : nearestWords(word, similar, { isUnfinished: index === words.length - 1 }),
  );
}
