import { type Client, type ClientOptions, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asked for
export type AnyResult = { data?: any; errors?: readonly { message: string; extensions: Record<string, unknown> }[] };

export interface SocketClient {
  client: Client;
  /** Resolves with the code and reason that the router closed the socket with. */
  closed: Promise<{ code: number; reason: string }>;
  subscribe(payload: SubscribePayload): SocketSubscription;
}

export interface SocketSubscription {
  /** What has come so far. */
  results: AnyResult[];
  /** Resolves when it is complete, with the errors that ended it, if any. */
  ended: Promise<unknown>;
  unsubscribe(): void;
}

/** A client of the router over graphql-transport-ws, that does not connect again. */
export function openSocketClient(url: string, options: Partial<ClientOptions> = {}): SocketClient {
  const { promise: closed, resolve } = Promise.withResolvers<{ code: number; reason: string }>();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { closed: (event) => resolve(event as { code: number; reason: string }) },
    ...options,
  });
  const subscribe = (payload: SubscribePayload): SocketSubscription => {
    const results: AnyResult[] = [];
    const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
    const unsubscribe = client.subscribe(payload, {
      next: (result) => results.push(result as AnyResult),
      error: end,
      complete: () => end(undefined),
    });
    return { results, ended, unsubscribe };
  };
  return { client, closed, subscribe };
}

/** A client that subscribes and then reads nothing more, until it is told to resume. */
export async function openLazyClient(url: string, query: string): Promise<{ closed: Promise<number>; resume(): void }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await new Promise((resolve) => socket.once('message', resolve));
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  socket.pause();
  return { closed, resume: () => socket.resume() };
}
