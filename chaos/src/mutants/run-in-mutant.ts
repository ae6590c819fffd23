import { z } from 'zod';
import { runProgram } from '../run-program.js';
import { environmentOfMutant } from './config.js';

/** What a run says of a mutant: the invariants that it broke, each once. */
export type Broken = string[];

const launcher = 'packages/launcher/src/commands/run.mjs';

const outcomeSchema = z.object({ violations: z.array(z.object({ invariant: z.string() })) });

/**
 * Runs the harness in a mutant's folder, in a home of its own.
 * @throws {Error} when the harness itself fails: nothing is known of the mutant then.
 */
export async function runInMutant(folder: string, args: readonly string[], signal: AbortSignal): Promise<Broken> {
  const outcome = await runProgram({
    file: launcher,
    folder,
    args: ['chaos', '--json', ...args],
    environment: environmentOfMutant(),
    signal,
  });
  const { violations } = outcomeSchema.parse(outcome);
  return [...new Set(violations.map(({ invariant }) => invariant))];
}
