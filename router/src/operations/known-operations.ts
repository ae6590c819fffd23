import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Logger } from '@souk/kit/observability';
import type { ClientOperation } from '@souk/operations/client-operation';
import { readClientFiles } from '@souk/operations/manifests/read-client-files';
import type { RouterConfig } from '../config.js';
import { packageFolder } from '../package-folder.js';

/**
 * What clients are known to send: the documents and manifests of a folder with one folder for each client, or of a single
 * file. By default it is the repository's own.
 * @throws {OperationInputError | Error} for a file that cannot be read.
 */
export async function readKnownOperations(
  path = join(packageFolder(), '../schema/operations'),
): Promise<ClientOperation[]> {
  const paths = (await stat(path)).isDirectory() ? await filesIn(path) : [path];
  const files = await Promise.all(paths.map(async (file) => ({ path: file, content: await readFile(file, 'utf8') })));
  const documents = Map.groupBy(files.filter(isDocument), ({ path: file }) => dirname(file));
  const manifests = files.filter((file) => !isDocument(file));
  return [...documents.values(), ...manifests.map((manifest) => [manifest])].flatMap(readClientFiles);
}

/**
 * The same for a router that can do without, unless it is to refuse or log what is not among them: then this throws.
 * @throws {OperationInputError | Error} when they cannot be read and SAFELIST needs them.
 */
export async function findKnownOperations(
  { SAFELIST, OPERATIONS_PATH }: Pick<RouterConfig, 'SAFELIST' | 'OPERATIONS_PATH'>,
  logger: Logger,
): Promise<ClientOperation[]> {
  try {
    return await readKnownOperations(OPERATIONS_PATH);
  } catch (error) {
    if (SAFELIST !== 'off') throw error;
    logger.warn({ err: error }, 'What clients are known to send cannot be read; nothing is prepared beforehand.');
    return [];
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ['.graphql', '.json'].includes(extname(entry.name)))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function isDocument({ path }: { path: string }): boolean {
  return extname(path) === '.graphql';
}
