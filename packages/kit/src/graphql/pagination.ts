import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { PublicError } from '../domain/index.js';

export const largestPage = 100;
/** How many are on a page when nobody says. */
export const defaultPage = 20;

@ArgsType()
export class ConnectionArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the front: 1 to ${largestPage}, ${defaultPage} when not said.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Continue after this cursor.' })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the page was asked for with a cursor, so that others stand before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item.' })
  endCursor?: string | undefined;
}

/** Which rows to read: one more than asked for, so as to know whether more follow. */
export interface Page {
  limit: number;
  /** The keys of the row after which to start, as {@link toConnection} put them into the cursor. */
  after: (string | number)[] | undefined;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfoType;
}

/** @throws {PublicError} BAD_USER_INPUT for a size out of bounds or a malformed cursor. */
export function pageOf({ first, after }: ConnectionArguments): Page {
  const size = first ?? defaultPage;
  if (size < 1 || size > largestPage) {
    throw new PublicError('BAD_USER_INPUT', `"first" is 1 to ${largestPage}.`, {
      field: 'first',
      limit: largestPage,
      actual: size,
    });
  }
  return { limit: size + 1, after: after == null ? undefined : decodeCursor(after) };
}

/** Makes a Relay connection of the rows read for a {@link Page}. `keysOf` names the sort keys that the cursor holds. */
export function toConnection<Row, Node>(
  rows: readonly Row[],
  page: Page,
  { keysOf, toNode }: { keysOf: (row: Row) => (string | number)[]; toNode: (row: Row) => Node },
): Connection<Node> {
  const edges = rows.slice(0, page.limit - 1).map((row) => ({ cursor: encodeCursor(keysOf(row)), node: toNode(row) }));
  const pageInfo = Object.assign(new PageInfoType(), {
    hasNextPage: rows.length >= page.limit,
    hasPreviousPage: page.after !== undefined,
    startCursor: edges[0]?.cursor,
    endCursor: edges.at(-1)?.cursor,
  });
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo };
}

function encodeCursor(keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

function decodeCursor(cursor: string): (string | number)[] {
  try {
    return z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new PublicError('BAD_USER_INPUT', '"after" is not a cursor of this list.', { field: 'after' });
  }
}
