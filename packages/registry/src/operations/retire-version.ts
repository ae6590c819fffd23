import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { usageOf } from '../checks/usage.js';
import { RegistryInputError } from '../registry-input.error.js';
import { workspaceVersion } from '../state/read-operations.js';
import type { RecordedOperation } from '../state/registry-state.js';
import { readPromises } from './read-promises.js';
import { type ClientVersion, manifestFileOf } from './recorded-version.js';

/** What a retirement has changed. */
export interface Retirement {
  file: string;
  /** The operations that were taken out. */
  operations: readonly RecordedOperation[];
  /** Coordinates that nobody is known to use any more. */
  unused: readonly string[];
}

/** Takes out what a version of a client sends. @throws {RegistryInputError} when it is not recorded. */
export async function retireVersion(root: string, retired: ClientVersion): Promise<Retirement> {
  const { api, operations } = await readPromises(root);
  const isRetired = ({ client, version }: RecordedOperation) =>
    client === retired.client && version === retired.version;
  const file = manifestFileOf(retired);
  const { own = [], others = [] } = Object.groupBy(operations, (operation) =>
    isRetired(operation) ? 'own' : 'others',
  );
  if (own.length === 0) throw absent(retired, others);
  await rm(join(root, file));
  const stillUsed = usageOf(api, others);
  const unused = [...usageOf(api, own).keys()].filter((coordinate) => !stillUsed.has(coordinate)).sort();
  return { file, operations: own, unused };
}

function absent({ client, version }: ClientVersion, operations: readonly RecordedOperation[]): RegistryInputError {
  const registered = operations.filter((operation) => operation.version !== workspaceVersion);
  const known = new Set(registered.map((operation) => `${operation.client} ${operation.version}`));
  const there = known.size > 0 ? `Recorded are ${[...known].join(', ')}.` : 'No version of any client is recorded.';
  return new RegistryInputError(`${client} ${version} is not recorded. ${there}`);
}
