import type { JournalEntry, Outcome } from '../src/journal/entry.js';

let lastRequest = 0;

interface TestWish {
  wish?: string;
  person?: string;
  operation: string;
  key?: string;
  content: unknown;
  /** What came of each sending. */
  outcomes: Outcome[];
  code?: string;
  result?: unknown;
  at?: number;
}

/** What a journal holds of one wish. */
export function entriesOf(wish: TestWish): JournalEntry[] {
  const { person = 'ann', operation, key = 'a-key', content, outcomes, code = null, result, at = 0 } = wish;
  const id = wish.wish ?? key;
  return outcomes.flatMap((outcome): JournalEntry[] => {
    lastRequest += 1;
    const request = { kind: 'request' as const, at, id: lastRequest, wish: id, person, operation, key, content };
    const answer = { kind: 'answer' as const, at, request: lastRequest, outcome, code, result, tookMs: 1 };
    return [request, answer];
  });
}
