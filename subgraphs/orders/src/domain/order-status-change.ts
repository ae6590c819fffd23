import type { OrderStatus } from './order-status.js';

/** When something happened to an order, and which event brought it about. */
export interface Occurrence {
  at: Date;
  /** Null when a person or a deadline did. */
  causeEventId: string | null;
}

/** One row of an order's history. The first has sequence 1 and comes from nowhere; none is ever changed. */
export class OrderStatusChange {
  constructor(
    readonly orderId: string,
    readonly sequence: number,
    readonly from: OrderStatus | null,
    readonly to: OrderStatus,
    readonly causeEventId: string | null,
    readonly at: Date,
  ) {}
}
