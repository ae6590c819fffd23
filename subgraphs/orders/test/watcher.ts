import type { Caller } from '@souk/kit/identity';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { OrderDesk } from './order-desk.js';

const subscription = `subscription ($orderId: ID!, $afterSequence: Int) {
  orderStatusChanged(orderId: $orderId, afterSequence: $afterSequence) { sequence status order { id status } }
}`;

interface Change {
  sequence: number;
  status: string;
  order: { id: string; status: string };
}

/** Somebody who watches orders over graphql-ws, as the router does in the name of a caller. */
export class Watcher {
  private readonly client;

  constructor(
    private readonly desk: OrderDesk,
    private readonly caller: Caller,
  ) {
    const url = `${desk.orders.running.url.replace('http', 'ws')}/graphql`;
    this.client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  }

  /** The changes of an order as they arrive; a refusal is thrown with its code as message. */
  async *changes(orderId: string, afterSequence?: number): AsyncGenerator<Change, void> {
    const extensions = { assertion: await this.desk.orders.assertionFor(this.caller) };
    const variables = { orderId, ...(afterSequence !== undefined && { afterSequence }) };
    const results = this.client.iterate<{ orderStatusChanged: Change }>({ query: subscription, variables, extensions });
    for await (const { data, errors } of results) {
      if (!data) throw new Error(String(errors?.[0]?.extensions?.['code']));
      yield data.orderStatusChanged;
    }
  }

  /** Watches an order to its end and returns what arrived, as `1 PENDING`. */
  async everything(orderId: string, afterSequence?: number): Promise<string[]> {
    const received: string[] = [];
    for await (const { sequence, status } of this.changes(orderId, afterSequence))
      received.push(`${sequence} ${status}`);
    return received;
  }

  leave(): void {
    void this.client.dispose();
  }
}
