import { setTimeout as delay } from 'node:timers/promises';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** An operation with the types of its answer and its variables, as codegen writes it. */
export type Operation<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; requestId?: string; retryAfterMs?: number };
}

export interface Answer<Data> {
  status: number;
  data?: Data | null;
  errors?: GraphqlError[];
}

/** The endpoint answered with errors where none were expected. */
export class ShopError extends Error {
  constructor(readonly errors: readonly GraphqlError[]) {
    super(
      errors
        .map(({ message, path, extensions }) => `${extensions?.code}: ${message} (${path?.join('.') ?? 'request'})`)
        .join('\n'),
    );
    this.name = 'ShopError';
  }
}

const mostTries = 5;

/** Speaks to the shop's one endpoint in the name of one visitor. */
export class ShopClient {
  private socket: Client | undefined;

  /** @param url of the endpoint, e.g. `http://127.0.0.1:4000/graphql`. */
  constructor(
    readonly url: string,
    readonly accessToken?: string,
  ) {}

  /** The same endpoint in another visitor's name. */
  as(accessToken: string): ShopClient {
    return new ShopClient(this.url, accessToken);
  }

  /**
   * Sends an operation and returns its data. What bears an idempotency key is sent again while the shop says that it is
   * busy, a few times. @throws {ShopError} when there is any error in the answer.
   */
  async run<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data> {
    for (let tries = 1; ; tries += 1) {
      const { data, errors } = await this.send(operation, variables);
      if (!errors && data) return data;
      const pauseMs = tries < mostTries && bearsKey(variables) ? pauseAfter(errors) : undefined;
      if (pauseMs === undefined) throw new ShopError(errors ?? [{ message: 'The answer held no data.' }]);
      await delay(pauseMs);
    }
  }

  /**
   * Sends an operation and returns whatever came back.
   * @param signal cuts the connection. Whether the shop has done what it was asked is unknown then.
   */
  async send<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    signal: AbortSignal | null = null,
  ): Promise<Answer<Data>> {
    const response = await fetch(this.url, {
      method: 'POST',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(this.accessToken && { authorization: `Bearer ${this.accessToken}` }),
      },
      body: JSON.stringify({ query: operation.toString(), variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  }

  /** Subscribes over graphql-ws. Ending the iteration unsubscribes. @throws {ShopError} when an event bears errors. */
  async *subscribe<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    variables: Variables,
  ): AsyncGenerator<Data> {
    const payload = { query: operation.toString(), variables: variables as Record<string, unknown> };
    const events = this.connect().iterate<Data & Record<string, unknown>>(payload);
    try {
      for await (const { data, errors } of events) {
        if (errors || !data) throw new ShopError((errors ?? []) as unknown as GraphqlError[]);
        yield data as Data;
      }
    } catch (error) {
      throw Array.isArray(error) ? new ShopError(error as GraphqlError[]) : error;
    }
  }

  /** Closes the socket; the next subscription opens another. */
  async close(): Promise<void> {
    const { socket } = this;
    this.socket = undefined;
    await socket?.dispose();
  }

  private connect(): Client {
    this.socket ??= createClient({
      url: this.url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(this.accessToken && { connectionParams: { authorization: `Bearer ${this.accessToken}` } }),
    });
    return this.socket;
  }
}

/** Whether sending it twice has one effect. */
function bearsKey(variables: unknown): boolean {
  const { input } = variables as { input?: { idempotencyKey?: unknown } };
  return typeof input?.idempotencyKey === 'string';
}

/** What says that the first try may have had its effect or not, or may still have it: the same key finds out. */
const passingCodes: ReadonlySet<string | undefined> = new Set([
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'IDEMPOTENCY_IN_PROGRESS',
]);

/** Whether the shop could not do now what it was asked; the same request may succeed in a moment. */
export function isBusy(error: unknown): boolean {
  return error instanceof ShopError && pauseAfter(error.errors) !== undefined;
}

/** How long to wait before the same request is sent again; undefined when that would not help. */
function pauseAfter(errors: readonly GraphqlError[] | undefined): number | undefined {
  const busy = errors?.find(({ extensions }) => passingCodes.has(extensions?.code));
  return busy && (busy.extensions?.retryAfterMs ?? 1_000);
}
