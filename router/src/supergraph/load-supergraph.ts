import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { packageFolder } from '../package-folder.js';
import { stripAccessRules } from './strip-access-rules.js';

/** The supergraph that is served unless another one is named: the repository's own. */
export function ownSupergraphPath(): string {
  return join(packageFolder(), '../schema/supergraph.graphql');
}

/**
 * Reads the composed supergraph as the gateway and the planner take it.
 * @throws {Error} that names the file when it cannot be read, or is no supergraph.
 */
export async function loadSupergraph(path: string): Promise<string> {
  try {
    return print(stripAccessRules(parse(await readFile(path, 'utf8'))));
  } catch (cause) {
    throw new Error(`The supergraph at ${path} cannot be served: ${(cause as Error).message}`, { cause });
  }
}
