import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RegistryInputError } from '../registry-input.error.js';
import type { RegistryState } from './registry-state.js';

const run = promisify(execFile);
const printer = join(import.meta.dirname, 'print-subscriptions.js');

/**
 * Reads which events each subgraph, and the router, takes, from their compiled code: what `events/handlers.ts` handles
 * through the inbox, and what `events/listens-to.ts` says is heard without one.
 * @throws {RegistryInputError} when some of that code cannot be loaded.
 */
export async function readSubscriptions(root: string): Promise<RegistryState['subscriptions']> {
  try {
    const { stdout } = await run(process.execPath, ['--enable-source-maps', printer, root]);
    return JSON.parse(stdout) as RegistryState['subscriptions'];
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new RegistryInputError(
      `The events that subgraphs handle could not be read. Mend what their code says:\n${stderr ?? String(error)}`,
    );
  }
}
