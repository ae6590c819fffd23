import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeCrash } from './describe-crash.js';
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
    throw describeCrash('The events that subgraphs handle cannot be read', error, { root });
  }
}
