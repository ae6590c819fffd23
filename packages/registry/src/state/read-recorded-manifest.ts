import type { ClientOperation } from '@souk/operations/client-operation';
import { apolloManifest } from '@souk/operations/manifests/apollo-manifest';
import { lineOf } from '@souk/operations/manifests/line-of';
import { readManifest } from '@souk/operations/manifests/read-manifest';
import { operationId } from '@souk/operations/operation-id';
import { RegistryInputError } from '../registry-input.error.js';
import { readAsInput } from './read-as-input.js';
import type { SourceFile } from './source-file.js';

/**
 * Reads the manifest that is recorded of a version. What a client in the field sends does not change, so that the file
 * is written by a registration alone: each id in it is the SHA-256 of its body.
 * @throws {RegistryInputError} when it cannot be read, holds nothing, or was edited since.
 */
export function readRecordedManifest(
  manifest: SourceFile,
  { client, version }: { client: string; version: string },
): ClientOperation[] {
  const operations = readAsInput(() => readManifest(manifest));
  const again = `npm run operations:register -- --client ${client} --version ${version} --replace MANIFEST`;
  if (operations.length === 0)
    throw mistake(manifest, `There is no operation in it. Remove the file, or register again: ${again}`);
  const edited = recordedEntries(manifest).find(({ id, body }) => id !== operationId(body));
  if (!edited) return operations;
  throw mistake(
    manifest,
    `The id of ${edited.name} is not the SHA-256 of its body, so that it was edited by hand. Restore it from git, or register again: ${again}`,
    lineOf(manifest.content, JSON.stringify(edited.id)),
  );
}

/** None where it is a manifest of the client's own tools, as it came. */
function recordedEntries({ content }: SourceFile): { id: string; name: string; body: string }[] {
  return apolloManifest.safeParse(JSON.parse(content)).data?.operations ?? [];
}

function mistake({ path: file }: SourceFile, message: string, line?: number): RegistryInputError {
  return new RegistryInputError(message, { file, line });
}
