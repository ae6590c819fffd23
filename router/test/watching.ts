import { expect } from '@jest/globals';
import { eventually } from '@souk/kit/testing';
import { createClient as createStreamClient } from 'graphql-sse';
import { type AnyResult, openSocketClient } from './socket-client.js';
import type { TestRouter } from './start-test-router.js';
import type { FedOrders } from './subgraphs/fed-orders.js';

/** What everybody watches who says nothing else. */
export const watchOrder = `subscription ($orderId: ID!, $afterSequence: Int) {
  orderStatusChanged(orderId: $orderId, afterSequence: $afterSequence) {
    sequence
    status
    order { number variant { name } shipment { carrier } }
  }
}`;

export interface Watching {
  results: AnyResult[];
  /** Resolves when it is over, with the error, if any. */
  ended: Promise<unknown>;
  leave(): void;
}

export interface Wish {
  orderId: string;
  afterSequence?: number;
}

export type Watch = (wish: Wish, query?: string) => Watching;

/** The two ways to watch an order, as many at a time as one likes. */
export function watchersOf(
  graph: () => TestRouter<FedOrders>,
): Record<'overSocket' | 'overEventStream', Watch> & { leaveAll(): void } {
  const all: Watching[] = [];
  const kept = (watching: Watching): Watching => {
    all.push(watching);
    return watching;
  };
  return {
    overSocket: (variables, query = watchOrder) => {
      const { client, subscribe } = openSocketClient(graph().router.url);
      return kept({ ...subscribe({ query, variables: { ...variables } }), leave: () => client.terminate() });
    },
    overEventStream: (variables, query = watchOrder) => {
      const client = createStreamClient({ url: `${graph().router.url}/graphql`, retryAttempts: 0 });
      const results: AnyResult[] = [];
      const { promise: ended, resolve } = Promise.withResolvers<unknown>();
      const next = (result: unknown) => results.push(result as AnyResult);
      const sink = { next, error: resolve, complete: () => resolve(undefined) };
      return kept({ results, ended, leave: client.subscribe({ query, variables: { ...variables } }, sink) });
    },
    leaveAll: () => {
      for (const { leave } of all.splice(0)) leave();
    },
  };
}

export function sequencesOf({ results }: Watching): number[] {
  return results.map(({ data }) => data?.orderStatusChanged.sequence);
}

export async function heard(watching: Watching, ...sequences: number[]): Promise<void> {
  await eventually(() => expect(sequencesOf(watching)).toEqual(sequences));
}
