import { envelopeSchema, type NatsConnection } from '@souk/kit/messaging';
import { orderStatusChangedV1 } from '@souk/schema/events/orders';
import type { z } from 'zod';

/** One row of an order's history, as it was published. */
export type PublishedStatus = z.infer<typeof orderStatusChangedV1.schema>;
type Listener = (published: PublishedStatus) => void;

/**
 * Hears of every status change of every order, through one plain NATS subscription for the whole process, and tells those
 * who watch that order. What it tells may be lost: it wakes up, the table tells the truth.
 */
export class StatusFeed {
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(nats: NatsConnection) {
    nats.subscribe(orderStatusChangedV1.type, {
      callback: (error, message) => {
        if (!error) this.tell(message.data);
      },
    });
  }

  /** Listens to one order. Returns a function that ends it. */
  listen(orderId: string, listener: Listener): () => void {
    const others = this.listeners.get(orderId) ?? new Set();
    this.listeners.set(orderId, others.add(listener));
    return () => {
      others.delete(listener);
      if (others.size === 0 && this.listeners.get(orderId) === others) this.listeners.delete(orderId);
    };
  }

  /** How many orders are watched. */
  get size(): number {
    return this.listeners.size;
  }

  private tell(message: Uint8Array): void {
    const published = read(message);
    if (published) for (const listener of this.listeners.get(published.orderId) ?? []) listener(published);
  }
}

function read(message: Uint8Array): PublishedStatus | undefined {
  try {
    const envelope = envelopeSchema.parse(JSON.parse(Buffer.from(message).toString()));
    return orderStatusChangedV1.schema.parse(envelope.data);
  } catch {
    return undefined; // nobody is to be woken by what cannot be read
  }
}
