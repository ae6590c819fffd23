import path from 'node:path';
import { checkoutFolder } from '@souk/launcher/harness';
import { runProgram } from '../../run-program.js';
import type { Setting } from './part.js';

const bench = path.join(checkoutFolder, 'bench/dist/src/main.js');

/** One bench of a shop that is open. */
export function runBench<Figures>(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { signal }: Setting,
): Promise<Figures> {
  return runProgram<Figures>({ file: bench, args: [...args, '--json'], environment, signal });
}
