import type { Books } from './books.js';
import type { Breach, Invariant } from './invariant.js';

/**
 * What may follow what, written down a second time: the checker does not take the word of what it checks.
 */
const following: Record<string, readonly string[]> = {
  PENDING: ['CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['PAID', 'CANCELLED'],
  PAID: ['SHIPPED', 'CANCELLED'],
  SHIPPED: ['DELIVERED'],
  DELIVERED: ['COMPLETED'],
  COMPLETED: [],
  CANCELLED: [],
};

interface Change {
  sequence: number;
  from: string | null;
  to: string;
}

interface OrderRow {
  id: string;
  status: string;
  sequence: number;
  history: Change[];
  step: string | null;
  /** Seconds until the deadline of its step; negative when it has passed. */
  left: number | null;
}

const orders = `
select id, status, orders.sequence, step, extract(epoch from deadline - clock_timestamp())::float8 as left,
  coalesce((select json_agg(json_build_object('sequence', change.sequence, 'from', from_status, 'to', to_status)
     order by change.sequence)
   from order_status_history change where order_id = id), '[]') as history
from orders left join saga_instance on order_id = id`;

/** Once a deadline has passed, the next look at it is never farther away than this. */
const graceSeconds = 30;
const final = new Set(['COMPLETED', 'CANCELLED']);
/** Steps in which an order may rest: it waits for a time, a parcel on its way, or a person. */
const restful = new Set(['AWAITING_COMPLETION', 'AWAITING_DISPATCH', 'AWAITING_DELIVERY']);

/** Orders: each is at its end or waits for somebody, and has come there by lawful steps that are all written down. */
export const ordersComeToAnEnd: Invariant = {
  id: 'I4',
  holds: 'Each order is at its end or waits for somebody, and its history is lawful and complete.',
  check: async ({ books }) => {
    const [rows, waiting] = await Promise.all([books.rows<OrderRow>('orders', orders), ordersOnCustomers(books)]);
    const changes = rows.reduce((sum, { history }) => sum + history.length, 0);
    const open = rows.filter(({ status }) => !final.has(status));
    return {
      looked: { orders: rows.length, 'status changes': changes },
      breaches: rows.flatMap((row) => [...judgeHistory(row), ...judgeRest(row, waiting)]),
      remarks: [`${open.length} orders still wait: ${describeSteps(open)}.`],
    };
  },
};

/** Orders whose payment waits for its customer to approve it. */
async function ordersOnCustomers(books: Books): Promise<ReadonlySet<string>> {
  const rows = await books.rows<{ order_id: string }>(
    'payments',
    `select order_id from payment where status = 'ACTION_REQUIRED' and pay_by > clock_timestamp()`,
  );
  return new Set(rows.map((row) => row.order_id));
}

function judgeHistory(order: OrderRow): Breach[] {
  const said = (sentence: string) => [{ sentence: `Order ${order.id}: ${sentence}.`, evidence: order }];
  const { history } = order;
  if (history.length === 0) return said('it has no history');
  const gap = history.find(({ sequence }, index) => sequence !== index + 1);
  if (gap) return said(`its history has a gap before ${gap.sequence}`);
  const odd = history.find(({ from, to }, index) => !mayFollow(history[index - 1]?.to ?? null, from, to));
  if (odd) return said(`${odd.from ?? 'nothing'} was followed by ${odd.to}`);
  const last = history.at(-1)!;
  if (last.to !== order.status || last.sequence !== order.sequence) return said('its status is not its last change');
  return [];
}

function mayFollow(before: string | null, from: string | null, to: string): boolean {
  if (from !== before) return false;
  return from === null ? to === 'PENDING' : (following[from] ?? []).includes(to);
}

function judgeRest(order: OrderRow, onCustomers: ReadonlySet<string>): Breach[] {
  const { id, status, step, left } = order;
  const said = (sentence: string) => [{ sentence: `Order ${id} ${sentence}.`, evidence: order }];
  if (step === null) return said('has no process that cares for it');
  if (step === 'DONE') return final.has(status) ? [] : said(`is ${status}, and nobody goes on with it`);
  if (left === null || left < -graceSeconds) return said(`is in ${step}, and its deadline has passed`);
  if (restful.has(step) || (step === 'AWAITING_PAYMENT' && onCustomers.has(id))) return [];
  return said(`is stuck in ${step}`);
}

function describeSteps(rows: readonly OrderRow[]): string {
  const bySteps = Map.groupBy(rows, ({ step }) => step ?? 'no step');
  return [...bySteps].map(([step, found]) => `${found.length} ${step}`).join(', ') || 'none';
}
