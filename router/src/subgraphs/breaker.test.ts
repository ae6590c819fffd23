import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { PublicError } from '@souk/kit/domain';
import { Breaker } from './breaker.js';
import { NotAskedError } from './subgraph-errors.js';

const silence = { info: () => undefined, warn: () => undefined };
const metrics = { breaker: () => undefined };

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});

const isAway = () => Promise.reject(new PublicError('SERVICE_UNAVAILABLE', 'Away.'));
const isBack = () => Promise.resolve('back');

/** Somebody asks every tenth of a second. */
async function* asking(breaker: Breaker, work: () => Promise<string>) {
  for (;;) {
    jest.advanceTimersByTime(100);
    yield await breaker.run(work).catch((error: unknown) => error);
  }
}

test('however long a subgraph was away, it answers half a second after it is back', async () => {
  const breaker = new Breaker({ subgraph: 'orders', metrics, logger: silence });
  let spared = 0;
  for await (const outcome of asking(breaker, isAway)) {
    if (outcome instanceof NotAskedError) spared += 1;
    if (Date.now() >= 30_000) break;
  }
  expect(spared).toBeGreaterThan(200);
  const cameBackAt = Date.now();
  for await (const outcome of asking(breaker, isBack)) if (outcome === 'back') break;
  expect(Date.now() - cameBackAt).toBeLessThanOrEqual(600);
});
