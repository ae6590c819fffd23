import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { packageFolder } from '../package-folder.js';
import { stripAccessRules } from './strip-access-rules.js';

/**
 * Reads the composed supergraph as the gateway and the planner take it. By default it is the repository's own.
 * @throws {Error} that names the file when it cannot be read, or is no supergraph.
 */
export async function loadSupergraph(path = join(packageFolder(), '../schema/supergraph.graphql')): Promise<string> {
  try {
    return print(stripAccessRules(parse(await readFile(path, 'utf8'))));
  } catch (cause) {
    throw new Error(`The supergraph at ${path} cannot be served: ${(cause as Error).message}`, { cause });
  }
}
