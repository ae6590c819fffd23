import type { KeptOrderEvent } from './order-record.js';

/** RECORDED when it happened. OUTBOX: only what was published of it is known. CARRIED_OVER: an order as it was then. */
export type EventOrigin = 'RECORDED' | 'OUTBOX' | 'CARRIED_OVER';

/** A row of `order_event`: written once, never changed. */
export class KeptEvent {
  constructor(
    readonly orderId: string,
    readonly version: number,
    readonly type: string,
    readonly data: KeptOrderEvent['data'] | object,
    /** The request that it all began with. */
    readonly correlationId: string | null,
    readonly origin: EventOrigin,
  ) {}
}
