import { newId, PublicError } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import type { ExecutionResult } from 'graphql';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { EventSink } from './event-sink.js';
import { SubscriptionRefusedError } from './subscription-refused.error.js';

/** An event as the subgraph sent it. */
export type UpstreamEvent = ExecutionResult<Record<string, unknown>>;

/** What a subgraph takes in one message. A larger one would break the connection, for all who share it. */
const largestMessageBytes = 60 * 1024;
const pingEveryMs = 10_000;
const pongWithinMs = 5_000;

class SubgraphSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, { handshakeTimeout: 5_000, perMessageDeflate: false });
    // Errors are told by `onerror`. One that comes after the client has let go concerns nobody, and must not be uncaught.
    this.on('error', () => undefined);
  }
}

/**
 * The one graphql-ws connection to a subgraph that all subscriptions share. It is open while somebody subscribes. When
 * it breaks, every subscription on it fails: to subscribe again in silence could lose or repeat events.
 */
export class Upstream {
  private client: Client | undefined;
  private readonly sinks = new Set<EventSink<UpstreamEvent>>();

  constructor(
    private readonly name: string,
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  /**
   * Subscribes, and pushes events into the sink until either ends. Returns a function that unsubscribes.
   * @throws {PublicError} BAD_REQUEST when the request is too large to be passed on.
   */
  subscribe(payload: SubscribePayload, sink: EventSink<UpstreamEvent>): () => void {
    if (Buffer.byteLength(JSON.stringify(payload)) > largestMessageBytes)
      throw new PublicError('BAD_REQUEST', 'The subscription is too large.');
    this.client ??= this.open();
    this.sinks.add(sink);
    const unsubscribe = this.client.subscribe<Record<string, unknown>>(payload, {
      next: (event) => {
        // An answer without any data, not even null, is a refusal, and the only one there will be.
        if (event.data === undefined) sink.fail(new SubscriptionRefusedError(event.errors ?? []));
        else sink.push(event as UpstreamEvent);
      },
      error: (error) => sink.fail(Array.isArray(error) ? new SubscriptionRefusedError(error) : unavailable()),
      complete: () => sink.end(),
    });
    return () => {
      this.sinks.delete(sink);
      // The client closes its connection now. Who comes next must not be given one that is about to close.
      if (this.sinks.size === 0) this.client = undefined;
      unsubscribe();
    };
  }

  close(): void {
    this.client?.terminate();
  }

  private open(): Client {
    let pongDeadline: NodeJS.Timeout | undefined;
    const client = createClient({
      url: this.url,
      webSocketImpl: SubgraphSocket,
      generateID: newId,
      retryAttempts: 0,
      connectionAckWaitTimeout: pongWithinMs,
      keepAlive: pingEveryMs,
      on: {
        ping: (isReceived) => {
          if (!isReceived) pongDeadline = setTimeout(() => client.terminate(), pongWithinMs);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(pongDeadline);
        },
        closed: () => {
          clearTimeout(pongDeadline);
          this.lose(client);
        },
      },
    });
    return client;
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    if (this.sinks.size === 0) return;
    this.logger.warn({ subgraph: this.name, subscriptions: this.sinks.size }, 'The subscriptions of a subgraph broke.');
    for (const sink of [...this.sinks]) sink.fail(unavailable());
  }
}
