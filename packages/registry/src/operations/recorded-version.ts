import { join } from 'node:path';
import { RegistryInputError } from '../registry-input.error.js';
import { operationsFolder, workspaceVersion } from '../state/read-operations.js';

/** A version of a client, as its operations are recorded. */
export interface ClientVersion {
  client: string;
  version: string;
}

const clientForm = /^[a-z][a-z0-9-]{0,63}$/;
const versionForm = /^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$/;

/** Takes what a person named. @throws {RegistryInputError} when one of both is missing or cannot be a name. */
export function toClientVersion(given: { client?: string | undefined; version?: string | undefined }): ClientVersion {
  const { client = '', version = '' } = given;
  if (!clientForm.test(client)) refuse('--client', client, 'a name in small letters, digits and hyphens, such as web');
  if (!versionForm.test(version)) refuse('--version', version, 'letters, digits, dots and hyphens, such as 1.4.0');
  if (version === workspaceVersion)
    refuse('--version', version, 'a version; the documents of this repository need none');
  return { client, version };
}

/** Where a version's manifest is kept, from the root of the repository. */
export function manifestFileOf({ client, version }: ClientVersion): string {
  return join(operationsFolder, client, `${version}.json`);
}

function refuse(option: string, given: string, expected: string): never {
  const problem = given === '' ? `${option} is missing` : `${option} ${given} will not do`;
  throw new RegistryInputError(`${problem}: expected is ${expected}.`);
}
