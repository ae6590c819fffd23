import { FollowStatusDocument, type FollowStatusSubscription } from '@souk/schema/generated/graphql';
import { createClient as createEventStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type StatusChange = FollowStatusSubscription['orderStatusChanged'];

/** The shop answered a subscription with errors. */
export class FeedRefused extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'FeedRefused';
  }
}

/** One connection that brings the changes of one order. */
export interface StatusFeed {
  changes: AsyncIterable<StatusChange>;
  /** Ends it without a word, as a network does. */
  cut(): void;
}

export interface FeedRequest {
  endpoint: string;
  socketEndpoint: string;
  accessToken: string;
  orderId: string;
  afterSequence: number;
}

interface FeedResult {
  data?: FollowStatusSubscription | null | undefined;
  errors?: readonly { extensions?: Record<string, unknown> | undefined }[] | undefined;
}

/** One that is cut before it is open says so as an error to whoever listens; without a listener the process would end. */
class CuttableSocket extends WebSocket {
  constructor(address: string, protocols?: string | string[]) {
    super(address, protocols);
    this.on('error', () => this.terminate());
  }
}

/** Over a web socket (graphql-ws). */
export function feedOverSocket({ socketEndpoint, accessToken, orderId, afterSequence }: FeedRequest): StatusFeed {
  const client = createSocketClient({
    url: socketEndpoint,
    webSocketImpl: CuttableSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${accessToken}` },
  });
  const query = FollowStatusDocument.toString();
  const results = client.iterate<FollowStatusSubscription>({ query, variables: { orderId, afterSequence } });
  return { changes: changesOf(results as AsyncIterable<FeedResult>), cut: () => client.terminate() };
}

/** Over server-sent events (graphql-sse). */
export function feedOverEvents({ endpoint, accessToken, orderId, afterSequence }: FeedRequest): StatusFeed {
  const client = createEventStreamClient({
    url: endpoint,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const query = FollowStatusDocument.toString();
  const results = client.iterate<FollowStatusSubscription>({ query, variables: { orderId, afterSequence } });
  return { changes: changesOf(results as AsyncIterable<FeedResult>), cut: () => client.dispose() };
}

async function* changesOf(results: AsyncIterable<FeedResult>): AsyncGenerator<StatusChange> {
  try {
    for await (const { data, errors } of results) {
      if (errors || !data) throw new FeedRefused(codeOf(errors));
      yield data.orderStatusChanged;
    }
  } catch (error) {
    // A refusal to subscribe comes as a list of errors.
    throw Array.isArray(error) ? new FeedRefused(codeOf(error)) : error;
  }
}

function codeOf(errors: FeedResult['errors']): string {
  return String(errors?.[0]?.extensions?.['code'] ?? 'without a code');
}
