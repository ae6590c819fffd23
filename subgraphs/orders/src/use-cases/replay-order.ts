import { type ColumnDifference, compareRecords } from '../domain/compare-records.js';
import { BrokenHistoryError, foldOrder } from '../domain/fold-order.js';
import type { NumberedOrderEvent } from '../domain/order-record.js';
import { recordOf } from '../domain/record-order.js';
import type { KeptEventRow, OrderWithEvents } from '../persistence/find-kept-events.js';

/** What the events of an order say of its row. */
export interface Replay {
  orderId: string;
  orderNumber: string;
  events: readonly KeptEventRow[];
  differences: ColumnDifference[];
  /** Why the events make no order at all; null when they do. */
  problem: string | null;
}

export function isFaithful({ differences, problem }: Replay): boolean {
  return differences.length === 0 && problem === null;
}

/** Makes an order of its events and compares it with its row and its history. */
export function replayOrder({ order, history, events }: OrderWithEvents): Replay {
  const { id: orderId, orderNumber } = order;
  try {
    const folded = foldOrder(orderId, foldable(events));
    const differences = compareRecords(recordOf(order, history), folded);
    return { orderId, orderNumber, events, differences, problem: null };
  } catch (error) {
    if (!(error instanceof BrokenHistoryError)) throw error;
    return { orderId, orderNumber, events, differences: [], problem: error.message };
  }
}

/** What was published of an event says too little to make an order of it. */
function foldable(events: readonly KeptEventRow[]): NumberedOrderEvent[] {
  return events
    .filter(({ origin }) => origin !== 'OUTBOX')
    .map(({ version, type, data }) => ({ version, type, data }) as NumberedOrderEvent);
}
