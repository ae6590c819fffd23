import type { ClientFile, ClientOperation } from '../client-operation.js';
import { OperationInputError } from '../operation-input.error.js';
import { splitOperations } from '../split-operations.js';
import { readManifest } from './read-manifest.js';

/**
 * Reads what a client hands in: one manifest, or documents. See {@link readManifest} for the manifests that are known.
 * @throws {OperationInputError} for anything else, and when there is no operation in it.
 */
export function readClientFiles(files: readonly ClientFile[]): ClientOperation[] {
  const [first] = files;
  if (!first) return [];
  const operations = isManifest(first) ? readManifest(requireAlone(first, files)) : splitOperations(files);
  if (operations.length === 0) {
    const message = 'There is no operation in it. Hand in what the client sends: its documents, or its manifest.';
    throw new OperationInputError(message, { file: first.path });
  }
  return operations;
}

function isManifest({ path }: ClientFile): boolean {
  return path.endsWith('.json');
}

function requireAlone(manifest: ClientFile, files: readonly ClientFile[]): ClientFile {
  if (files.length === 1) return manifest;
  throw new OperationInputError('A manifest is handed in alone; name the file.', { file: manifest.path });
}
