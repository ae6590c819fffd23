import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { environmentOfMutant } from './config.js';

/** What a run says of a mutant: the invariants that it broke, each once. */
export type Broken = string[];

const launcher = 'packages/launcher/src/commands/run.mjs';
const holds = 0;
const isBroken = 1;

const outcomeSchema = z.object({ violations: z.array(z.object({ invariant: z.string() })) });

/**
 * Runs the harness in a mutant's folder, in a home of its own. Who asks us to stop stops it too.
 * @throws {Error} when the harness itself fails: nothing is known of the mutant then.
 */
export async function runInMutant(folder: string, args: readonly string[]): Promise<Broken> {
  const child = spawn(process.execPath, [launcher, 'chaos', '--json', ...args], {
    cwd: folder,
    env: environmentOfMutant(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => child.kill();
  process.on('SIGTERM', stop);
  const [answer, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  process.off('SIGTERM', stop);
  if (status === holds) return [];
  if (status !== isBroken) throw new Error(`The harness failed in ${folder}: it ended with ${status}.`);
  const { violations } = outcomeSchema.parse(JSON.parse(answer));
  return [...new Set(violations.map(({ invariant }) => invariant))];
}
