import type { NumberedOrderEvent, OrderRecord, PlacedRecord } from './order-record.js';

/** The events do not make an order: one is missing, or they do not begin where an order begins. */
export class BrokenHistoryError extends Error {
  constructor(orderId: string, problem: string) {
    super(`The events of order ${orderId} do not make an order: ${problem}.`);
    this.name = 'BrokenHistoryError';
  }
}

type Beginning = Omit<OrderRecord, keyof PlacedRecord> & Partial<PlacedRecord>;

/**
 * Makes an order of its events alone, oldest first. An order that is older than the keeping of events begins with how it
 * was then.
 * @throws {BrokenHistoryError}
 */
export function foldOrder(id: string, events: readonly NumberedOrderEvent[]): OrderRecord {
  const nothing: Beginning = { id, eventCount: 0, status: 'PENDING', sequence: 0, cancellation: null, history: [] };
  const folded = events.reduce(follow, nothing);
  if (!isPlaced(folded)) throw new BrokenHistoryError(id, 'it was never placed');
  return folded;
}

function follow(order: Beginning, event: NumberedOrderEvent): Beginning {
  if (event.type === 'OrderCarriedOver') return { ...event.data, eventCount: event.version };
  if (event.version !== order.eventCount + 1) {
    throw new BrokenHistoryError(order.id, `number ${order.eventCount + 1} is missing before number ${event.version}`);
  }
  return { ...order, ...changeBy(order, event), eventCount: event.version };
}

function changeBy(order: Beginning, event: NumberedOrderEvent): Partial<OrderRecord> {
  switch (event.type) {
    case 'OrderPlaced':
      return event.data;
    case 'OrderStatusChanged': {
      const { sequence, to: status } = event.data;
      return { status, sequence, history: [...order.history, event.data] };
    }
    case 'OrderCancelled':
      return { cancellation: event.data.cancellation };
    default:
      // Tells others what to do, or says again what the status says.
      return {};
  }
}

function isPlaced(order: Beginning): order is OrderRecord {
  return order.orderNumber !== undefined && order.sequence > 0;
}
