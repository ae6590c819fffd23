import { z } from 'zod';
import { noSuch } from '../failures/stripe-failure.js';
import { integer, text } from './fields.js';

const seconds = integer(0, Number.MAX_SAFE_INTEGER);

/** What every list takes. */
export const pageParameters = {
  limit: integer(1, 100).optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: z
    .union([
      seconds,
      z.strictObject({
        gt: seconds.optional(),
        gte: seconds.optional(),
        lt: seconds.optional(),
        lte: seconds.optional(),
      }),
    ])
    .optional(),
};

export interface PageRequest {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
}

interface Row {
  id: string;
  created: number;
}

/** One page, newest first, of rows given oldest first. */
export function pageOf<Kept extends Row>(rows: Kept[], request: PageRequest, kind: string) {
  const matching = rows.filter((row) => isWithin(row.created, request.created)).reverse();
  const limit = request.limit ?? 10;
  if (request.ending_before !== undefined) {
    const before = matching.slice(0, positionOf(matching, request.ending_before, { kind, param: 'ending_before' }));
    return { rows: before.slice(-limit), hasMore: before.length > limit };
  }
  const after = matching.slice(startOf(matching, request.starting_after, kind));
  return { rows: after.slice(0, limit), hasMore: after.length > limit };
}

function startOf(rows: Row[], cursor: string | undefined, kind: string): number {
  return cursor === undefined ? 0 : positionOf(rows, cursor, { kind, param: 'starting_after' }) + 1;
}

function positionOf(rows: Row[], id: string, { kind, param }: { kind: string; param: string }): number {
  const position = rows.findIndex((row) => row.id === id);
  if (position < 0) throw noSuch(kind, id, param);
  return position;
}

function isWithin(created: number, range: PageRequest['created'] = {}): boolean {
  if (typeof range === 'number') return created === range;
  const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = range;
  return created > gt && created >= gte && created < lt && created <= lte;
}
