import { Pool } from 'undici';
import { closedLoop, type Durations } from '../../load/closed-loop.js';
import { summarize } from '../../measure/percentiles.js';
import type { LoadFigures, LoadOrder, LoadRequest } from './load-order.js';

const requestsAtMost = 1_000_000;
const headers = { 'content-type': 'application/json', accept: 'application/json' };

/**
 * Lets each client send its request over a connection that is kept open, again as soon as it has the answer.
 * @throws {Error} when one request failed: then the figures would tell about something else.
 */
export async function runLoad({ url, requests, forMs }: LoadOrder): Promise<LoadFigures> {
  const pool = new Pool(new URL(url).origin, { connections: requests.length, pipelining: 1 });
  const load = { customers: 1, forMs, atMost: requestsAtMost };
  try {
    const results = await Promise.all(
      requests.map((request) =>
        closedLoop(
          load,
          () => send(pool, url, request),
          () => {},
        ),
      ),
    );
    const latency = summarize(results.flatMap(({ operations }) => operations.map(({ answered = 0 }) => answered)));
    const [failure] = results.flatMap(({ failures }) => failures);
    if (failure || !latency) throw failure ?? new Error('No request was answered in the given time.');
    return { requests: latency.count, elapsedMs: Math.max(...results.map(({ elapsedMs }) => elapsedMs)), latency };
  } finally {
    await pool.close();
  }
}

/** An answer of another length holds an error. */
async function send(pool: Pool, url: string, { body, answerBytes }: LoadRequest): Promise<Durations> {
  const began = performance.now();
  const response = await pool.request({ method: 'POST', path: new URL(url).pathname, headers, body });
  const bytes = await response.body.bytes();
  const answered = performance.now() - began;
  if (response.statusCode === 200 && bytes.byteLength === answerBytes) return { answered };
  throw new Error(`Its answer was ${response.statusCode}: ${Buffer.from(bytes).toString().slice(0, 300)}`);
}
