import { required } from '@souk/client/required';
import pg from 'pg';
import type { RunningStack } from '../stack/running-stack.js';

/** Transactions of the ledger whose debits are not their credits. */
export const unevenTransactions = `
select transaction_id, currency, sum(debit_minor)::float8 as debit, sum(credit_minor)::float8 as credit
from ledger_entry group by transaction_id, currency having sum(debit_minor) <> sum(credit_minor)`;

/** Stock levels that are not the sum of their movements, do not promise what orders hold, or do not know their pool. */
export const unevenLevels = `
with moved as (
  select variant_id, warehouse_id, sum(quantity)::int as quantity from stock_movement group by variant_id, warehouse_id
), held as (
  select variant_id, warehouse_id, sum(quantity)::int as quantity
  from reservation_line join reservation on reservation.id = reservation_line.reservation_id
  where status in ('HELD', 'CONFIRMED') group by variant_id, warehouse_id
), laid_out as (
  select variant_id, warehouse_id, count(*)::int as units, count(reservation_id)::int as taken
  from stock_unit group by variant_id, warehouse_id
)
select variant_id, warehouse_id, on_hand, reserved, pooled, moved.quantity as moved, held.quantity as held, units, taken
from stock_level
full join moved using (variant_id, warehouse_id)
full join held using (variant_id, warehouse_id)
left join laid_out using (variant_id, warehouse_id)
where coalesce(on_hand, 0) <> coalesce(moved.quantity, 0)
  or coalesce(reserved, 0) + coalesce(taken, 0) <> coalesce(held.quantity, 0)
  or coalesce(pooled, 0) <> coalesce(units, 0)`;

/**
 * How much in the shop's own books does not add up: transactions of payments' ledger whose debits are not their credits in
 * each currency, and stock levels that are not the sum of their movements, do not promise exactly what orders hold, or do
 * not know their pool's units. Each book is read at one moment, so orders under way do no harm.
 * @throws {Error} when the running shop leaves payments or inventory out.
 */
export async function countImbalances({ databases }: Pick<RunningStack, 'databases'>): Promise<number> {
  const [transactions, levels] = await Promise.all([
    countIn(required(databases['payments'], 'a database of payments'), unevenTransactions),
    countIn(required(databases['inventory'], 'a database of inventory'), unevenLevels),
  ]);
  return transactions + levels;
}

async function countIn(connectionString: string, query: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(query)).rows.length;
  } finally {
    await client.end();
  }
}
