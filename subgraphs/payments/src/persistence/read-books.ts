import type { EntityManager } from '@souk/kit/persistence';
import { type MovementKind, movementKinds } from '../domain/ledger.js';
import { Payment } from '../domain/payment.js';
import type { OurBooks } from '../domain/payment-books.js';
import { Refund } from '../domain/refund.js';

interface SumRow {
  payment_id: string;
  movement: MovementKind;
  amount_minor: string;
}

/** CAPTURED writes two pairs of entries, every other movement one: one account of each is counted. */
const ledgerSums = `
select payment_id, movement, sum(debit_minor) as amount_minor from ledger_entry
where payment_id = any(array[?]::uuid[]) and (movement <> 'CAPTURED' or account = 'PROVIDER_BALANCE') group by payment_id, movement`;

/** What we keep of some payments: their rows, their refunds and what the ledger says. */
export async function readBooks(em: EntityManager, paymentIds: readonly string[]): Promise<OurBooks[]> {
  if (paymentIds.length === 0) return [];
  const payments = await em.find(Payment, { id: { $in: [...paymentIds] } });
  const refunds = await em.find(Refund, { paymentId: { $in: [...paymentIds] } });
  const sums = await em.execute<SumRow[]>(ledgerSums, [[...paymentIds]]);
  return payments.map((payment) => ({
    payment,
    refunds: refunds.filter((refund) => refund.paymentId === payment.id),
    ledger: ledgerOf(sums.filter((row) => row.payment_id === payment.id)),
  }));
}

function ledgerOf(rows: readonly SumRow[]): Record<MovementKind, number> {
  const sumOf = (kind: MovementKind) => Number(rows.find(({ movement }) => movement === kind)?.amount_minor ?? 0);
  return Object.fromEntries(movementKinds.map((kind) => [kind, sumOf(kind)])) as Record<MovementKind, number>;
}

/** Whether the provider is being asked for something about a payment, or will be. */
export async function isBeingAskedAbout(em: EntityManager, paymentId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from payment_attempt where payment_id = ? and state in ('PENDING', 'UNKNOWN') limit 1`,
    [paymentId],
  );
  return rows.length > 0;
}
