import { type PageRequest, pageOf } from '../parameters/page.js';

interface ListDescription<Kept> {
  rows: Kept[];
  kind: string;
  url: string;
  present: (row: Kept) => object;
}

/** A page of rows as every Stripe list looks. */
export function presentList<Kept extends { id: string; created: number }>(
  { rows, kind, url, present }: ListDescription<Kept>,
  request: PageRequest,
): object {
  const page = pageOf(rows, request, kind);
  return { object: 'list', data: page.rows.map(present), has_more: page.hasMore, url };
}
