import { newId } from '@souk/kit/domain';
import type { orderStatuses } from '@souk/schema/events/orders';

export interface StatusRow {
  orderId: string;
  customerId: string;
  sequence: number;
  status: (typeof orderStatuses)[number];
  occurredAt: string;
}

/** Statuses that never end, so that an order can be changed as often as one likes. */
const statuses = ['CONFIRMED', 'PAID', 'SHIPPED'] as const;

/** Orders with their histories, in memory. */
export class Orders {
  private readonly histories = new Map<string, StatusRow[]>();

  place(): string {
    const orderId = newId();
    const row: StatusRow = { orderId, customerId: newId(), sequence: 1, status: 'PENDING', occurredAt: now() };
    this.histories.set(orderId, [row]);
    return orderId;
  }

  /** @throws {Error} when there is no such order. */
  change(orderId: string): StatusRow {
    const history = this.historyOf(orderId);
    const last = history.at(-1);
    if (!last) throw new Error(`There is no order ${orderId}.`);
    const status = statuses[last.sequence % statuses.length] ?? 'PAID';
    const row: StatusRow = { ...last, sequence: last.sequence + 1, status, occurredAt: now() };
    history.push(row);
    return row;
  }

  historyOf(orderId: string): StatusRow[] {
    return this.histories.get(orderId) ?? [];
  }
}

function now(): string {
  return new Date().toISOString();
}
