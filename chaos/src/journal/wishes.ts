import type { AnswerEntry, JournalEntry, RequestEntry } from './entry.js';

/** One sending of a wish; without an answer when its sender did not live to get one. */
export interface Sending {
  request: RequestEntry;
  answer: AnswerEntry | undefined;
}

/**
 * What must have become of a wish. ACKNOWLEDGED: it had its effect, once. REFUSED: each answer was a refusal, so it had
 * none. UNKNOWN: at most once.
 */
export type Fate = 'ACKNOWLEDGED' | 'REFUSED' | 'UNKNOWN';

/** What somebody wanted, however often they asked for it. */
export interface Wish {
  id: string;
  person: string;
  operation: string;
  key: string | null;
  content: unknown;
  sendings: Sending[];
  fate: Fate;
}

/** What people wanted, in the order in which they first asked for it. */
export function wishesOf(entries: readonly JournalEntry[]): Wish[] {
  const answers = new Map(entries.filter((entry) => entry.kind === 'answer').map((answer) => [answer.request, answer]));
  const requests = entries.filter((entry) => entry.kind === 'request');
  const byWish = Map.groupBy(requests, ({ wish }) => wish);
  return [...byWish.entries()].map(([id, sent]) => {
    const sendings = sent.map((request) => ({ request, answer: answers.get(request.id) }));
    const { person, operation, key, content } = sent[0]!;
    return { id, person, operation, key, content, sendings, fate: fateOf(sendings) };
  });
}

/** What the shop gave for a wish, each time that it acknowledged it. */
export function resultsOf<Result>({ sendings }: Wish): Result[] {
  return sendings.flatMap(({ answer }) => (answer?.outcome === 'ACKNOWLEDGED' ? [answer.result as Result] : []));
}

/** Why a wish was refused, each time that it was. */
export function refusalsOf({ sendings }: Wish): string[] {
  return sendings.flatMap(({ answer }) => (answer?.outcome === 'REFUSED' ? [answer.code ?? ''] : []));
}

function fateOf(sendings: readonly Sending[]): Fate {
  const outcomes = sendings.map(({ answer }) => answer?.outcome ?? 'UNKNOWN');
  if (outcomes.includes('ACKNOWLEDGED')) return 'ACKNOWLEDGED';
  return outcomes.includes('UNKNOWN') ? 'UNKNOWN' : 'REFUSED';
}
