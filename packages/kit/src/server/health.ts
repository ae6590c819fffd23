import { Router } from 'express';

/** What must be there before requests are welcome; each check resolves or throws. */
export type ReadinessChecks = Record<string, () => Promise<unknown>>;

export interface Health {
  router: Router;
  /** From now on readiness is refused, so that no new requests are sent here. */
  drain(): void;
}

const checkTimeoutMs = 2_000;

/** `/health/live`: the event loop turns. `/health/ready`: what this process depends on answers. */
export function createHealth(name: string, checks: ReadinessChecks): Health {
  let isDraining = false;
  const router = Router();
  router.get('/health/live', (_request, response) => void response.json({ name, status: 'live' }));
  router.get('/health/ready', async (_request, response) => {
    const results = Object.fromEntries(await Promise.all(Object.entries(checks).map(runCheck)));
    const isReady = !isDraining && Object.values(results).every((result) => result === 'ok');
    response
      .status(isReady ? 200 : 503)
      .json({ name, status: isDraining ? 'draining' : isReady ? 'ready' : 'degraded', checks: results });
  });
  return {
    router,
    drain: () => {
      isDraining = true;
    },
  };
}

async function runCheck([name, check]: [string, () => Promise<unknown>]): Promise<[string, string]> {
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
