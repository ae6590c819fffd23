import { type PublicError } from '@souk/kit/domain';
import { errors, Pool } from 'undici';
import { tooSlow, unavailable } from './subgraph-errors.js';

export interface SubgraphRequest {
  headers: Record<string, string>;
  body: string;
  /** Whether it may be sent again when the connection broke before an answer came. */
  isRepeatable: boolean;
}

export interface SubgraphResponse {
  status: number;
  text: string;
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
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      return await this.send(request, signal);
    } catch (error) {
      if (signal.aborted) throw withCause(tooSlow(), error);
      if (!request.isRepeatable || !isBrokenConnection(error)) throw withCause(unavailable(), error);
      return await this.send(request, signal).catch((cause: unknown) => {
        throw withCause(signal.aborted ? tooSlow() : unavailable(), cause);
      });
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async send({ headers, body }: SubgraphRequest, signal: AbortSignal): Promise<SubgraphResponse> {
    const response = await this.pool.request({ method: 'POST', path: this.path, headers, body, signal });
    return { status: response.statusCode, text: await response.body.text() };
  }
}

/** A connection that the subgraph closed just when it was used again, as happens when it restarts. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

function withCause(error: PublicError, cause: unknown): PublicError {
  error.cause = cause;
  return error;
}
