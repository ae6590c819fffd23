import type { ClientOperation } from '@souk/operations/client-operation';
import { splitOperations } from '@souk/operations/split-operations';
import { RegistryInputError } from '../registry-input.error.js';
import { readAsInput } from './read-as-input.js';
import { readRecordedManifest } from './read-recorded-manifest.js';
import type { RecordedOperation } from './registry-state.js';
import type { SourceFile } from './source-file.js';

/** The version of the documents of a client that lives in this repository. */
export const workspaceVersion = 'workspace';

export const operationsFolder = 'schema/operations';

/**
 * Reads what known clients send: a folder of `schema/operations` for each, with documents of this repository
 * (`.graphql`), or with one manifest for each registered version (`1.4.0.json`). Other files are passed over.
 * @throws {RegistryInputError} for what cannot be read, with its line.
 */
export function readOperations(files: readonly SourceFile[]): RecordedOperation[] {
  const recorded = files.filter(({ path }) => path.startsWith(`${operationsFolder}/`));
  const byClient = [...Map.groupBy(recorded, clientOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byClient.flatMap(([client, own]) => [...readDocuments(client, own), ...readVersions(client, own)]);
}

/** Whether a file holds documents of this repository. */
export function isDocument({ path }: SourceFile): boolean {
  return path.startsWith(`${operationsFolder}/`) && path.endsWith('.graphql');
}

function clientOf({ path }: SourceFile): string {
  const [client, file] = path.slice(`${operationsFolder}/`.length).split('/');
  if (client && file) return client;
  throw new RegistryInputError(`It belongs to no client. Move it to ${operationsFolder}/<client>/.`, { file: path });
}

function readDocuments(client: string, files: readonly SourceFile[]): RecordedOperation[] {
  const documents = files.filter(isDocument);
  return readAsInput(() => splitOperations(documents)).map(toRecorded(client, workspaceVersion));
}

function readVersions(client: string, files: readonly SourceFile[]): RecordedOperation[] {
  const manifests = files.filter(({ path }) => path.endsWith('.json')).sort((a, b) => (a.path < b.path ? -1 : 1));
  return manifests.flatMap((manifest) => {
    const version = versionOf(client, manifest);
    return readRecordedManifest(manifest, { client, version }).map(toRecorded(client, version));
  });
}

function versionOf(client: string, { path }: SourceFile): string {
  const name = path.slice(`${operationsFolder}/${client}/`.length);
  if (!name.includes('/')) return name.replace(/\.json$/, '');
  throw new RegistryInputError(
    `A registered version is one file, ${operationsFolder}/${client}/<version>.json; register it with npm run operations:register.`,
    { file: path },
  );
}

function toRecorded(client: string, version: string): (operation: ClientOperation) => RecordedOperation {
  return ({ name, type, id, document, file, line = 1 }) => ({ client, version, name, type, id, document, file, line });
}
