import { unevenTransactions } from '@souk/bench/measure/count-imbalances';
import { type ProviderEntry, readProviderLedger } from '@souk/client/provider-ledger';
import type { Books } from './books.js';
import type { Breach, Invariant } from './invariant.js';

interface PaymentRow {
  id: string;
  order_id: string;
  status: string;
  provider_reference: string | null;
  currency: string;
  authorized: number;
  released: number;
  captured: number;
  refunded: number;
  refunding: number;
  /** The same sums, from the ledger. */
  booked: Partial<Record<'AUTHORIZED' | 'RELEASED' | 'CAPTURED' | 'REFUNDED', number>> | null;
  captures: number;
}

interface OrderRow {
  id: string;
  status: string;
  total_minor: string;
  /** Whether the order has come so far that the money must be there. */
  was_paid: boolean;
}

const payments = `
select id, order_id, status, provider_reference, currency, authorized_minor::float8 as authorized,
  released_minor::float8 as released, captured_minor::float8 as captured, refunded_minor::float8 as refunded,
  refunding_minor::float8 as refunding,
  (select json_object_agg(movement, amount) from (
     select movement, sum(debit_minor)::float8 as amount from ledger_entry
     where payment_id = payment.id and account = case movement
       when 'AUTHORIZED' then 'PROVIDER_HOLDS' when 'RELEASED' then 'CUSTOMER_HOLDS'
       when 'CAPTURED' then 'PROVIDER_BALANCE' when 'REFUNDED' then 'CUSTOMER_PAYMENTS' end
     group by movement
   ) moved) as booked,
  (select count(distinct transaction_id)::int from ledger_entry
   where payment_id = payment.id and movement = 'CAPTURED') as captures
from payment`;

/** Money: our books and the provider's say the same, and orders are worth what was taken for them. */
export const providerLedgerAgrees: Invariant = {
  id: 'I2',
  holds: "Our ledger, the provider's and the orders agree on every payment; nothing was taken twice.",
  check: async ({ books, world }) => {
    const [rows, uneven, orders, provider] = await Promise.all([
      books.rows<PaymentRow>('payments', payments),
      books.rows('payments', unevenTransactions),
      ordersOf(books),
      readProviderLedger(world.stripeEmulatorUrl),
    ]);
    const byOrder = new Map(rows.map((row) => [row.order_id, row]));
    const intents = [...provider.values()].flat();
    return {
      looked: { payments: rows.length, intents: intents.length, orders: orders.length },
      breaches: [
        ...uneven.map((row) => ({ sentence: `Transaction ${row['transaction_id']} does not balance.`, evidence: row })),
        ...rows.flatMap((payment) => judgePayment(payment, provider.get(payment.order_id) ?? [])),
        ...intents.flatMap((intent) => judgeIntent(intent, byOrder.get(intent.metadata['orderId'] ?? ''))),
        ...orders.flatMap((order) => judgeOrder(order, provider.get(order.id) ?? [])),
      ],
    };
  },
};

function ordersOf(books: Books): Promise<OrderRow[]> {
  return books.rows<OrderRow>(
    'orders',
    `select id, status, total_minor, exists (
       select from order_status_history where order_id = id and to_status = 'PAID'
     ) as was_paid from orders`,
  );
}

/** What a payment says, what its ledger says, and what the provider says. */
function judgePayment(payment: PaymentRow, intents: readonly ProviderEntry[]): Breach[] {
  const evidence = { payment, intents };
  const said = (sentence: string) => [{ sentence: `${sentence} (payment ${payment.id}).`, evidence }];
  const { booked } = payment;
  const ours = [payment.authorized, payment.released, payment.captured, payment.refunded];
  const ledger = [booked?.AUTHORIZED, booked?.RELEASED, booked?.CAPTURED, booked?.REFUNDED].map((sum) => sum ?? 0);
  const theirs = (['authorized', 'released', 'captured', 'refunded'] as const).map((field) =>
    intents.reduce((sum, intent) => sum + intent[field], 0),
  );
  if (payment.captures > 1) return said('The ledger captured the same money twice');
  if (String(ours) !== String(ledger)) return said('A payment is not what its ledger says');
  if (String(ours) !== String(theirs)) return said('The provider says something else than we do');
  if (payment.refunding > 0) return said('A refund has not come to its end');
  return [];
}

function judgeIntent(intent: ProviderEntry, payment: PaymentRow | undefined): Breach[] {
  const evidence = { intent, payment: payment ?? null };
  if (!payment && intent.authorized === 0) return [];
  if (!payment)
    return [{ sentence: `The provider holds money nobody here knows of: ${intent.paymentIntent}.`, evidence }];
  if (intent.currency.toUpperCase() === payment.currency) return [];
  return [{ sentence: `${intent.paymentIntent} is in another currency than its payment.`, evidence }];
}

/** The provider is the outside world: what it took for an order is what the customer has paid. */
function judgeOrder(order: OrderRow, intents: readonly ProviderEntry[]): Breach[] {
  const evidence = { order, intents };
  const captured = intents.reduce((sum, intent) => sum + intent.captured, 0);
  const kept = captured - intents.reduce((sum, intent) => sum + intent.refunded, 0);
  const held = intents.reduce((sum, each) => sum + each.authorized - each.captured - each.released, 0);
  const captures = intents.filter((intent) => intent.captured > 0).length;
  if (captures > 1) return [{ sentence: `Order ${order.id} was paid for twice.`, evidence }];
  if (order.status === 'CANCELLED') {
    if (kept === 0 && held === 0) return [];
    return [{ sentence: `Cancelled order ${order.id} keeps the customer's money.`, evidence }];
  }
  if (!order.was_paid || captured === Number(order.total_minor)) return [];
  return [{ sentence: `Order ${order.id} is paid, and ${captured} was taken of ${order.total_minor}.`, evidence }];
}
