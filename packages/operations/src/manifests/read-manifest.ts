import { z } from 'zod';
import type { ClientFile, ClientOperation } from '../client-operation.js';
import { OperationInputError } from '../operation-input.error.js';
import { apolloEntries, apolloManifest } from './apollo-manifest.js';
import { lineOf } from './line-of.js';
import { lineOfJsonMistake } from './line-of-json-mistake.js';
import { type ManifestEntry, readEntry } from './read-entry.js';

/** Relay's persisted queries and the code generator's persisted documents: the text of an operation by its hash. */
const textsByHash = z.record(z.string().min(1), z.string().min(1));

const expected =
  'Expected is a manifest of Apollo ("format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ id, name, ' +
  'type, body }]), or what relay-compiler and graphql-codegen write: { "<hash>": "<text of the operation>" }.';

/**
 * Reads a manifest: Apollo's, Relay's persisted queries, or the code generator's persisted documents.
 * @throws {OperationInputError} for any other shape, and for what is no operation or bears a name or hash twice.
 */
export function readManifest(manifest: ClientFile): ClientOperation[] {
  const operations = readEntries(manifest).map((entry) => readEntry(entry, manifest));
  requireOnce(operations, ({ name }) => `are called ${name}; rename one, and make the manifest anew`);
  requireOnce(operations, ({ clientId, id }) => `are sent as ${clientId ?? id}; each needs a hash of its own`);
  return operations;
}

function readEntries(manifest: ClientFile): ManifestEntry[] {
  const json = parseJson(manifest);
  if (isApollo(json)) {
    const parsed = apolloManifest.safeParse(json);
    if (parsed.success) return apolloEntries(parsed.data);
    throw unexpectedShape(manifest, parsed.error);
  }
  const parsed = textsByHash.safeParse(json);
  if (!parsed.success) throw unexpectedShape(manifest, parsed.error);
  return Object.entries(parsed.data).map(([key, document]) => ({ key, document }));
}

function isApollo(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('format' in json || 'operations' in json);
}

function unexpectedShape(manifest: ClientFile, error: z.ZodError): OperationInputError {
  const [issue] = error.issues;
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
  const line = (issue && lineOf(manifest.content, `"${String(issue.path[0])}"`)) ?? 1;
  return new OperationInputError(`It is no manifest that is known here: ${where}${issue?.message}. ${expected}`, {
    file: manifest.path,
    line,
  });
}

function requireOnce(operations: readonly ClientOperation[], fault: (operation: ClientOperation) => string): void {
  for (const [message, alike] of Map.groupBy(operations, fault)) {
    const [, second] = alike;
    if (second) throw new OperationInputError(`${alike.length} operations ${message}.`, second);
  }
}

function parseJson({ path, content }: ClientFile): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const problem = (error as SyntaxError).message;
    const line = lineOfJsonMistake(content);
    throw new OperationInputError(`It is not JSON: ${problem}. Make the manifest anew.`, { file: path, line });
  }
}
