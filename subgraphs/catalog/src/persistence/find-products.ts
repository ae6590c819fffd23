import { type RawQueryFragment, sql } from '@mikro-orm/core';
import { isId, PublicError } from '@souk/kit/domain';
import type { Page } from '@souk/kit/graphql';
import type { EntityManager } from '@souk/kit/persistence';
import type { ProductSort, SearchCriteria, TextQuery } from '../domain/search-criteria.js';
import { allOf, lowestPrice, searchCondition } from './search-conditions.js';

/** A found product: its id, and the sort key that its cursor holds. */
export interface Hit {
  id: string;
  key: string;
}

interface Order {
  key: RawQueryFragment;
  type: 'bigint' | 'timestamptz' | 'text';
  isAscending: boolean;
}

/** Found products in order; the id decides between equals, so that the order is total and a cursor has one place. */
export async function findProducts(
  em: EntityManager,
  criteria: SearchCriteria,
  { sort, page }: { sort: ProductSort; page: Page },
): Promise<Hit[]> {
  const order = orderOf(sort, criteria);
  const direction = order.isAscending ? sql`asc` : sql`desc`;
  return em.execute<Hit[]>(
    sql`select s.product_id as id, (${order.key})::text as key from product_search s
      where ${allOf([searchCondition(criteria), afterCondition(order, sort, page)])}
      order by ${order.key} ${direction}, s.product_id ${direction} limit ${page.limit}`,
  );
}

/** How many products fit in all. */
export async function countProducts(em: EntityManager, criteria: SearchCriteria): Promise<number> {
  const rows = await em.execute<{ count: number }[]>(
    sql`select count(*)::int as count from product_search s where ${searchCondition(criteria)}`,
  );
  return rows[0]?.count ?? 0;
}

/** What a hit's cursor holds; the sort is in it, because a place in one order means nothing in another. */
export function cursorKeysOf(sort: ProductSort): (hit: Hit) => string[] {
  return ({ key, id }) => [sort, key, id];
}

function orderOf(sort: ProductSort, criteria: SearchCriteria): Order {
  switch (sort) {
    case 'RELEVANCE':
      if (!criteria.text) return orderOf('NEWEST', criteria);
      return { key: relevance(criteria.text), type: 'bigint', isAscending: false };
    case 'PRICE_ASC':
      return {
        key: sql`coalesce(${lowestPrice(criteria)}, ${Number.MAX_SAFE_INTEGER})`,
        type: 'bigint',
        isAscending: true,
      };
    case 'PRICE_DESC':
      return { key: sql`coalesce(${lowestPrice(criteria)}, -1)`, type: 'bigint', isAscending: false };
    case 'NEWEST':
      return { key: sql`s.created_at`, type: 'timestamptz', isAscending: false };
    case 'TITLE':
      return { key: sql`s.title_key`, type: 'text', isAscending: true };
  }
}

/** How well the words fit: by where they stand and how often, and by how much of the title they are. In millionths. */
function relevance({ expression, plain }: TextQuery): RawQueryFragment {
  return sql`round(1000000 * (ts_rank('{0.1, 0.2, 0.5, 1.0}', s.document, ${expression}::tsquery)
    + similarity(s.title_key, ${plain}) / 2))::bigint`;
}

/** @throws {PublicError} BAD_USER_INPUT when the cursor was not made for this order. */
function afterCondition(order: Order, sort: ProductSort, { after }: Page): RawQueryFragment {
  if (!after) return sql`true`;
  const [madeFor, key, id] = after.map(String);
  if (madeFor !== sort || key === undefined || id === undefined || !isId(id) || !isKey(key, order.type))
    throw new PublicError('BAD_USER_INPUT', '"after" is not a cursor of this list.', { field: 'after' });
  const type = { bigint: sql`bigint`, timestamptz: sql`timestamptz`, text: sql`text collate "C"` }[order.type];
  return order.isAscending
    ? sql`(${order.key}, s.product_id) > (${key}::${type}, ${id}::uuid)`
    : sql`(${order.key}, s.product_id) < (${key}::${type}, ${id}::uuid)`;
}

function isKey(key: string, type: Order['type']): boolean {
  if (type === 'bigint') return /^-?\d{1,18}$/.test(key);
  if (type === 'timestamptz') return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(key) && isTime(key);
  return true;
}

function isTime(key: string): boolean {
  return !Number.isNaN(Date.parse(`${key.replace(' ', 'T').slice(0, 19)}Z`));
}
