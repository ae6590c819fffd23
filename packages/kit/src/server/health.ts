import { Router } from 'express';

/** Each check resolves or throws. */
export type ReadinessChecks = Record<string, () => Promise<unknown>>;

export interface Health {
  router: Router;
  /** All of the process is at work: from now on it is ready, as far as what it needs is there. */
  open(): void;
  /** From now on readiness is refused, so that no new requests are sent here. */
  drain(): void;
}

const checkTimeoutMs = 2_000;

/**
 * `/health/live`: the event loop turns. `/health/ready`: what this process depends on answers; `degraded` when requests are
 * welcome, and something is wrong all the same.
 * @param needed what must be there before requests are welcome.
 * @param watched what may go wrong without keeping anybody from being answered.
 */
export function createHealth(name: string, needed: ReadinessChecks, watched: ReadinessChecks = {}): Health {
  let phase: 'starting' | 'open' | 'draining' = 'starting';
  const router = Router();
  router.get('/health/live', (_request, response) => void response.json({ name, status: 'live' }));
  router.get('/health/ready', async (_request, response) => {
    const [essential, others] = await Promise.all([runChecks(needed), runChecks(watched)]);
    const status = phase === 'open' ? statusOf(essential, others) : phase;
    const isReady = status === 'ready' || status === 'degraded';
    response.status(isReady ? 200 : 503).json({ name, status, checks: { ...essential, ...others } });
  });
  return {
    router,
    open: () => {
      phase = 'open';
    },
    drain: () => {
      phase = 'draining';
    },
  };
}

type Results = Record<string, 'ok' | 'unavailable'>;

function statusOf(essential: Results, others: Results): string {
  const areAllWell = (results: Results) => Object.values(results).every((result) => result === 'ok');
  if (!areAllWell(essential)) return 'unavailable';
  return areAllWell(others) ? 'ready' : 'degraded';
}

async function runChecks(checks: ReadinessChecks): Promise<Results> {
  return Object.fromEntries(await Promise.all(Object.entries(checks).map(runCheck)));
}

async function runCheck([name, check]: [string, () => Promise<unknown>]): Promise<[string, 'ok' | 'unavailable']> {
  try {
    await Promise.race([check(), rejectLate()]);
    return [name, 'ok'];
  } catch {
    return [name, 'unavailable'];
  }
}

function rejectLate(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('too late')), checkTimeoutMs).unref());
}
