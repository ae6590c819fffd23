import type { Ask } from '../asking/index.js';
import { PublicError } from '../domain/index.js';
import { type DeadLetter, type DeadLetterStatus, parseDeadLetterId } from './dead-letter.js';
import { askDiscardDeadLetter, askListDeadLetters, askRedriveDeadLetter, type Verdict } from './questions.js';

/** A dead letter and the subgraph in which it is one. */
export interface OwnedDeadLetter extends DeadLetter {
  subgraph: string;
}

export interface DeadLetterFilter {
  subgraph?: string | undefined;
  consumer?: string | undefined;
  fingerprint?: string | undefined;
  status?: DeadLetterStatus | undefined;
}

/** Where a page begins: after this dead letter. */
export interface DeadLetterPlace {
  firstSeenAt: string;
  id: string;
}

export interface DeadLetterPage {
  deadLetters: OwnedDeadLetter[];
  /** Subgraphs that did not answer, so that theirs are missing. */
  unavailable: string[];
}

const noNumber = '0';
const everyNumber = '9223372036854775807';

/**
 * Asks subgraphs for their dead letters and merges what they answer, newest first; of one moment by subgraph, then the last
 * one first.
 */
export async function listDeadLetters(
  ask: Ask,
  subgraphs: readonly string[],
  { filter, after, limit }: { filter: DeadLetterFilter; after?: DeadLetterPlace | undefined; limit: number },
): Promise<DeadLetterPage> {
  const { subgraph: only, ...conditions } = filter;
  const asked = subgraphs.filter((name) => only === undefined || name === only);
  const parts = await Promise.all(
    asked.map(async (subgraph) => {
      const before = after && placeIn(subgraph, after);
      const answer = await orUnavailable(ask(askListDeadLetters(subgraph), { ...conditions, before, limit }));
      return { subgraph, deadLetters: answer?.deadLetters };
    }),
  );
  const found = parts.flatMap(({ subgraph, deadLetters = [] }) =>
    deadLetters.map((letter) => ({ subgraph, ...letter })),
  );
  return {
    deadLetters: found.sort(newestFirst).slice(0, limit),
    unavailable: parts.filter(({ deadLetters }) => !deadLetters).map(({ subgraph }) => subgraph),
  };
}

/** One dead letter with its whole content. Null when there is none. @throws {PublicError} SERVICE_UNAVAILABLE */
export async function showDeadLetter(
  ask: Ask,
  subgraphs: readonly string[],
  id: string,
): Promise<OwnedDeadLetter | null> {
  const subgraph = ownerOf(id, subgraphs);
  if (!subgraph) return null;
  const { deadLetters } = await ask(askListDeadLetters(subgraph), { id, limit: 1 });
  return deadLetters[0] ? { subgraph, ...deadLetters[0] } : null;
}

export interface OwnedVerdict extends Verdict {
  subgraph: string;
}

/** Asks the owner to redrive a dead letter. Null when the id names none. @throws {PublicError} SERVICE_UNAVAILABLE */
export async function redriveDeadLetter(
  ask: Ask,
  subgraphs: readonly string[],
  { id, by }: { id: string; by: string },
): Promise<OwnedVerdict | null> {
  const subgraph = ownerOf(id, subgraphs);
  return subgraph ? { subgraph, ...(await ask(askRedriveDeadLetter(subgraph), { id, by })) } : null;
}

/** Asks the owner to discard a dead letter. Null when the id names none. @throws {PublicError} SERVICE_UNAVAILABLE */
export async function discardDeadLetter(
  ask: Ask,
  subgraphs: readonly string[],
  { id, by, reason }: { id: string; by: string; reason: string },
): Promise<OwnedVerdict | null> {
  const subgraph = ownerOf(id, subgraphs);
  return subgraph ? { subgraph, ...(await ask(askDiscardDeadLetter(subgraph), { id, by, reason })) } : null;
}

function ownerOf(id: string, subgraphs: readonly string[]): string | undefined {
  return subgraphs.find((name) => name === parseDeadLetterId(id)?.subgraph);
}

function placeIn(subgraph: string, { firstSeenAt, id }: DeadLetterPlace) {
  const place = parseDeadLetterId(id);
  if (!place) throw new PublicError('BAD_USER_INPUT', '"after" is not a cursor of this list.', { field: 'after' });
  if (subgraph === place.subgraph) return { firstSeenAt, number: place.number };
  return { firstSeenAt, number: subgraph < place.subgraph ? noNumber : everyNumber };
}

function newestFirst(one: OwnedDeadLetter, other: OwnedDeadLetter): number {
  if (one.firstSeenAt !== other.firstSeenAt) return one.firstSeenAt < other.firstSeenAt ? 1 : -1;
  if (one.subgraph !== other.subgraph) return one.subgraph < other.subgraph ? -1 : 1;
  return numberOf(one.id) < numberOf(other.id) ? 1 : -1;
}

function numberOf(id: string): bigint {
  return BigInt(parseDeadLetterId(id)?.number ?? noNumber);
}

async function orUnavailable<Reply>(answer: Promise<Reply>): Promise<Reply | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PublicError && error.code === 'SERVICE_UNAVAILABLE') return null;
    throw error;
  }
}
