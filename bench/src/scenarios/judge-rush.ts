import type { ProviderEntry } from '@souk/client/provider-ledger';
import type { Summary } from '../measure/percentiles.js';
import type { Outcome } from '../shop/buy.js';

/** What the provider says of an order's money. */
type Money = Pick<ProviderEntry, 'authorized' | 'captured' | 'released' | 'refunded'>;

/** An order of a rush: what became of it, by our books and by the payment provider's. Amounts in minor units. */
export interface BoughtOrder extends Outcome {
  totalMinor: number;
  capturedMinor: number;
  ledger: readonly Money[];
}

export interface Verdict {
  paid: number;
  outOfStock: number;
  /** Cancelled for another reason. */
  otherwise: number;
  /** Cancelled orders for which money was taken or is still held, in our books or the provider's. */
  wronglyCharged: number;
  /** Paid orders for which the books do not show exactly their total. */
  wronglyPaid: number;
}

export interface Rush extends Verdict {
  seconds: number;
  /** How often buyers came again because the shop was busy; of an order, from the fifth time on. */
  retries: number;
  /** Units that can still be ordered afterwards. */
  left: number | null;
  /** What does not add up in the ledger of payments and in the stock of inventory. */
  imbalances: number;
  /** Milliseconds until `placeOrder` answered, and until paid and refused orders came to rest. */
  placeOrder: Summary | null;
  untilPaid: Summary | null;
  untilRefused: Summary | null;
}

/** Counts what became of the orders, and holds our books against the provider's. */
export function judgeRush(orders: readonly BoughtOrder[]): Verdict {
  const paid = orders.filter(({ status }) => status === 'PAID');
  const cancelled = orders.filter(({ status }) => status === 'CANCELLED');
  const outOfStock = cancelled.filter(({ cancellation }) => cancellation === 'OUT_OF_STOCK');
  return {
    paid: paid.length,
    outOfStock: outOfStock.length,
    otherwise: orders.length - paid.length - outOfStock.length,
    wronglyCharged: cancelled.filter((order) => order.capturedMinor !== 0 || keptOf(order.ledger) !== 0).length,
    wronglyPaid: paid.filter((order) => !isPaidOnce(order)).length,
  };
}

export function isAsItMustBe(rush: Rush, { buyers, units }: { buyers: number; units: number }): boolean {
  const { paid, outOfStock, wronglyCharged, wronglyPaid, left, imbalances } = rush;
  const areBooksRight = wronglyCharged === 0 && wronglyPaid === 0 && imbalances === 0;
  return paid === units && outOfStock === buyers - units && left === 0 && areBooksRight;
}

function isPaidOnce({ totalMinor, capturedMinor, ledger }: BoughtOrder): boolean {
  const captured = ledger.reduce((sum, entry) => sum + entry.captured - entry.refunded, 0);
  return capturedMinor === totalMinor && captured === totalMinor && keptOf(ledger) === totalMinor;
}

/** What the provider still has of the customer's money: taken, or held. */
function keptOf(ledger: readonly Money[]): number {
  return ledger.reduce((sum, { authorized, released, refunded }) => sum + authorized - released - refunded, 0);
}
