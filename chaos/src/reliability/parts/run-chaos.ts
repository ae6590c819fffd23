import path from 'node:path';
import type { Surroundings } from '@souk/bench/measure/surroundings';
import { checkoutFolder } from '@souk/launcher/harness';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import { runProgram } from '../../run-program.js';
import { ownEnvironment } from '../config.js';
import type { Measured, Setting } from './part.js';

const chaos = path.join(checkoutFolder, 'chaos/dist/src/main.js');

/** One run of `npm run chaos` in a process of its own, so that none leaves anything to the next. */
export async function runChaos(
  options: Record<string, string | number>,
  { signal }: Setting,
): Promise<Measured<ChaosOutcome>> {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const outcome = await runProgram<ChaosOutcome>({
    file: chaos,
    args: ['--json', ...args],
    environment: ownEnvironment(),
    signal,
  });
  // What is published tells nobody's folders.
  const folder = path.relative(checkoutFolder, outcome.folder);
  return { result: { ...outcome, folder }, servers: describeServers(outcome.surroundings) };
}

export function describeServers({ postgres, nats, redis }: Surroundings): string {
  return `PostgreSQL ${postgres}; NATS ${nats}; Redis ${redis}`;
}
