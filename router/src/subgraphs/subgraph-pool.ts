import { setTimeout as delay } from 'node:timers/promises';
import { PublicError } from '@souk/kit/domain';
import { errors, Pool } from 'undici';
import type { Departure } from '../operations/departure.js';
import { ResponseReader, type SubgraphResponse } from './response-reader.js';
import { CutShortError, unavailable } from './subgraph-errors.js';

export interface SubgraphRequest {
  headers: Record<string, string>;
  body: string;
  /** Whether it may be sent again, or given up in the middle. */
  isRepeatable: boolean;
  /** When its answer is not wanted any more, by `performance.now()`. */
  dueAtMs?: number | undefined;
  departure?: Departure | undefined;
}

export interface PoolOptions {
  timeoutMs: number;
  /** Called before a request is sent again. */
  onRepeat(): void;
}

const connections = 128;
/** Beyond these, a request would be answered too late anyway. */
const mostWaiting = 256;
/** How long all those who met the same broken connection wait before they try again, at most. */
const mostJitterMs = 50;
const largestAnswerBytes = 32 * 1024 * 1024;

/** The connections to one subgraph, kept open between requests. What finds none free waits, as long as few do. */
export class SubgraphPool {
  private readonly pool: Pool;
  private readonly path: string;
  private underWay = 0;

  constructor(
    url: string,
    private readonly options: PoolOptions,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    this.pool = new Pool(origin, { connections, connect: { timeout: 2_000 }, maxResponseSize: largestAnswerBytes });
  }

  get isFull(): boolean {
    return this.underWay >= connections + mostWaiting;
  }

  /** @throws {PublicError} TIMEOUT or SERVICE_UNAVAILABLE, its cause telling what really happened. */
  async post(request: SubgraphRequest): Promise<SubgraphResponse> {
    this.underWay += 1;
    try {
      return await this.send(request, performance.now() + this.options.timeoutMs);
    } catch (error) {
      throw toFailure(error);
    } finally {
      this.underWay -= 1;
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async send(request: SubgraphRequest, untilMs: number): Promise<SubgraphResponse> {
    try {
      const response = await this.dispatch(request, untilMs);
      if (response.status !== 503 || !request.isRepeatable) return response;
    } catch (error) {
      if (!request.isRepeatable || !isBrokenConnection(error)) throw error;
    }
    await delay(Math.random() * mostJitterMs);
    this.options.onRepeat();
    return await this.dispatch(request, untilMs);
  }

  private dispatch({ headers, body, ...request }: SubgraphRequest, untilMs: number): Promise<SubgraphResponse> {
    const { dueAtMs = Number.POSITIVE_INFINITY } = request;
    const departure = request.isRepeatable ? request.departure : undefined;
    const withinMs = Math.min(untilMs, dueAtMs) - performance.now();
    if (withinMs <= 0 || departure?.hasLeft) throw new CutShortError();
    const isCutShort = withinMs < this.options.timeoutMs / 2;
    return new Promise((resolve, reject) => {
      const reader = new ResponseReader({ resolve, reject }, { withinMs, isCutShort, departure });
      this.pool.dispatch({ method: 'POST', path: this.path, headers, body }, reader);
    });
  }
}

/** A connection that the subgraph closed just when it was used again, as happens when it restarts. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

function toFailure(error: unknown): PublicError {
  return error instanceof PublicError ? error : unavailable(error);
}
