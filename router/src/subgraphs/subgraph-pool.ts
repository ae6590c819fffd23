import { PublicError } from '@souk/kit/domain';
import { errors, Pool } from 'undici';
import { ResponseReader, type SubgraphResponse } from './response-reader.js';
import { unavailable } from './subgraph-errors.js';

export interface SubgraphRequest {
  headers: Record<string, string>;
  body: string;
  /** Whether it may be sent again when the connection broke before an answer came. */
  isRepeatable: boolean;
}

const connections = 128;
const largestAnswerBytes = 32 * 1024 * 1024;

/** The connections to one subgraph, kept open between requests. */
export class SubgraphPool {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(
    url: string,
    private readonly timeoutMs: number,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    this.pool = new Pool(origin, { connections, connect: { timeout: 2_000 }, maxResponseSize: largestAnswerBytes });
  }

  /** @throws {PublicError} TIMEOUT or SERVICE_UNAVAILABLE, its cause telling what really happened. */
  async post(request: SubgraphRequest): Promise<SubgraphResponse> {
    const sentAtMs = performance.now();
    try {
      return await this.send(request, this.timeoutMs);
    } catch (error) {
      if (!request.isRepeatable || !isBrokenConnection(error)) throw toFailure(error);
      const leftMs = this.timeoutMs - (performance.now() - sentAtMs);
      return await this.send(request, leftMs).catch((again: unknown) => {
        throw toFailure(again);
      });
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private send({ headers, body }: SubgraphRequest, withinMs: number): Promise<SubgraphResponse> {
    return new Promise((resolve, reject) => {
      const reader = new ResponseReader({ resolve, reject }, withinMs);
      this.pool.dispatch({ method: 'POST', path: this.path, headers, body }, reader);
    });
  }
}

/** A connection that the subgraph closed just when it was used again, as happens when it restarts. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

function toFailure(error: unknown): PublicError {
  if (error instanceof PublicError) return error;
  const failure = unavailable();
  failure.cause = error;
  return failure;
}
