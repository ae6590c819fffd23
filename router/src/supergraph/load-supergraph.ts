import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { packageFolder } from '../package-folder.js';

/** The supergraph that is served unless another one is named: the repository's own. */
export function ownSupergraphPath(): string {
  return join(packageFolder(), '../schema/supergraph.graphql');
}

/** The file of policies that is written with a supergraph; it stands beside it. */
export function policiesPath(supergraphPath = ownSupergraphPath()): string {
  return join(dirname(supergraphPath), 'policies.json');
}

/**
 * Reads the composed supergraph, with the rules about who may see what.
 * @throws {Error} that names the file when it cannot be read, or is no supergraph.
 */
export async function loadSupergraph(path: string): Promise<GuardedSupergraph> {
  try {
    return GuardedSupergraph.read(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Error(`The supergraph at ${path} cannot be served: ${(cause as Error).message}`, { cause });
  }
}
