import type { Books } from '../invariants/books.js';

/** What became of the orders of a run, by their status, and why some were cancelled. */
export interface OrderOutcomes {
  orders: number;
  byStatus: Record<string, number>;
  cancelledFor: Record<string, number>;
  /** Orders that nobody had a reason to cancel, and those of them that were paid. */
  due: number;
  paid: number;
  /** The share of the second in the first: 1 is all. */
  completion: number;
}

/** What customers, their banks or an empty shelf decide is no failure of the shop. */
const goodReasons = new Set(['BY_CUSTOMER', 'BY_STAFF', 'PAYMENT_DECLINED', 'OUT_OF_STOCK']);

interface Row {
  status: string;
  code: string | null;
  was_paid: boolean;
  waits_for_customer: boolean;
}

/** @param emails of the orders' contacts, which are theirs alone. */
export async function orderOutcomes(books: Books, emails: readonly string[]): Promise<OrderOutcomes> {
  const rows = await books.rows<Row>(
    'orders',
    `select status, cancellation ->> 'code' as code,
       exists (select from order_status_history where order_id = id and to_status = 'PAID') as was_paid,
       status = 'PENDING' as waits_for_customer
     from orders where contact_email = any($1)`,
    [emails],
  );
  const due = rows.filter(
    ({ code, was_paid, waits_for_customer }) => was_paid || !(goodReasons.has(code ?? '') || waits_for_customer),
  );
  const paid = due.filter(({ was_paid }) => was_paid).length;
  return {
    orders: rows.length,
    byStatus: countBy(rows, ({ status }) => status),
    cancelledFor: countBy(
      rows.filter(({ code }) => code !== null),
      ({ code }) => code!,
    ),
    due: due.length,
    paid,
    completion: due.length === 0 ? 1 : paid / due.length,
  };
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(items, keyOf)].map(([key, found]) => [key, found.length]));
}
