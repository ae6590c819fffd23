import type { Random } from '../random.js';
import type { MutationPayload, Verdict } from './classify-answer.js';
import type { Correspondent, Wish } from './correspondent.js';

/**
 * How somebody sends what they want. CALM: once, and again when the answer is lost. DOUBLE: the same two to five times
 * at once. IMPATIENT: the connection is cut after sending, before asking again. ABSENT: it is cut, and they walk away.
 */
export type Manner = 'CALM' | 'DOUBLE' | 'IMPATIENT' | 'ABSENT';

const mostClicks = 5;
const longestHoldMs = 60;

/** Sends a wish as this person does. Of several answers the first acknowledgement counts. */
export async function sendInManner<Payload extends MutationPayload, Variables extends object>(
  { random }: { random: Random },
  correspondent: Correspondent,
  wish: Wish<Payload, Variables>,
  manner: Manner,
): Promise<Verdict<Payload>> {
  switch (manner) {
    case 'CALM':
      return correspondent.insist(wish);
    case 'DOUBLE': {
      const clicks = Array.from({ length: random.integer(2, mostClicks) }, () => correspondent.insist(wish));
      const verdicts = await Promise.all(clicks);
      return verdicts.find(({ outcome }) => outcome === 'ACKNOWLEDGED') ?? verdicts[0]!;
    }
    case 'IMPATIENT': {
      const verdict = await correspondent.send(wish, random.integer(1, longestHoldMs));
      return verdict.outcome === 'UNKNOWN' ? correspondent.insist(wish) : verdict;
    }
    case 'ABSENT':
      return correspondent.send(wish, random.integer(1, longestHoldMs));
  }
}
