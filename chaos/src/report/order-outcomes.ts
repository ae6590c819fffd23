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

/** What customers, their banks or an empty shelf decide is no failure of the shop; nor is it when the plan ended a wait. */
const goodReasons = new Set(['BY_CUSTOMER', 'BY_STAFF', 'PAYMENT_DECLINED', 'OUT_OF_STOCK']);
const timeIsOver = new Set(['RESERVATION_EXPIRED', 'PAYMENT_EXPIRED']);

interface Row {
  id: string;
  status: string;
  code: string | null;
  was_paid: boolean;
  waits_for_customer: boolean;
}

interface OfRun {
  /** Of the orders' contacts, which are theirs alone. */
  emails: readonly string[];
  expiredOrderIds: readonly string[];
}

/** Counts what became of the orders of one run. */
export async function orderOutcomes(books: Books, { emails, expiredOrderIds }: OfRun): Promise<OrderOutcomes> {
  const rows = await books.rows<Row>(
    'orders',
    `select id, status, cancellation ->> 'code' as code,
       exists (select from order_status_history where order_id = id and to_status = 'PAID') as was_paid,
       status = 'PENDING' as waits_for_customer
     from orders where contact_email = any($1)`,
    [emails],
  );
  const expired = new Set(expiredOrderIds);
  const isLost = ({ id, code, waits_for_customer }: Row) =>
    !waits_for_customer && !goodReasons.has(code ?? '') && !(timeIsOver.has(code ?? '') && expired.has(id));
  const due = rows.filter((row) => row.was_paid || isLost(row));
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
