import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientOperation } from '@souk/operations/client-operation';
import { printApolloManifest } from '@souk/operations/manifests/apollo-manifest';
import { readClientFiles } from '@souk/operations/manifests/read-client-files';
import { readAsInput } from '../state/read-as-input.js';
import { readClientPath } from './read-client-path.js';
import { readPromises } from './read-promises.js';
import { type ClientVersion, manifestFileOf } from './recorded-version.js';
import { type Refusal, refusalsOf } from './refusals.js';

/** What a person asks to be recorded. */
export interface RegistrationRequest extends ClientVersion {
  /** The root of the repository. */
  root: string;
  /** A manifest, a document or a folder of documents, as seen from `standingIn`. */
  path: string;
  standingIn: string;
  /** Whether what is recorded of this version gives way. */
  replaces: boolean;
}

export type Registration =
  | { outcome: 'recorded' | 'unchanged'; file: string; count: number }
  | { outcome: 'refused'; refusals: readonly Refusal[] };

/**
 * Records what a version of a client sends, once every operation is valid and inside the limits. The same again changes
 * nothing; something else under the same version is refused.
 * @throws {RegistryInputError} when what is handed in cannot be read.
 */
export async function registerOperations(request: RegistrationRequest): Promise<Registration> {
  const files = await readClientPath(request.path, request.standingIn);
  const operations = readAsInput(() => readClientFiles(files));
  const promises = await readPromises(request.root);
  const refusals = operations.flatMap((operation) => refusalsOf(operation, promises));
  return refusals.length > 0 ? { outcome: 'refused', refusals } : record(request, operations);
}

async function record(request: RegistrationRequest, operations: readonly ClientOperation[]): Promise<Registration> {
  const file = manifestFileOf(request);
  const path = join(request.root, file);
  const content = printApolloManifest(operations);
  const recorded = existsSync(path) ? await readFile(path, 'utf8') : undefined;
  if (recorded === content) return { outcome: 'unchanged', file, count: operations.length };
  if (recorded !== undefined && !request.replaces) return { outcome: 'refused', refusals: [taken(request, file)] };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return { outcome: 'recorded', file, count: operations.length };
}

function taken({ client, version }: ClientVersion, file: string): Refusal {
  const message =
    `${client} ${version} is recorded with other operations. What is out there stays as it is: register another ` +
    'version; or, if nobody has got this one yet, say --replace.';
  return { message, file };
}
