import type { ClientOperation } from '../client-operation.js';

/**
 * What stands behind each hash that a client may send in place of an operation's text: the SHA-256 of the text, which
 * Apollo's clients send as `extensions.persistedQuery.sha256Hash`, and the id that its own tools gave the operation,
 * which Relay's send as `doc_id` and the code generator's as `documentId`.
 */
export function safelistOf(operations: readonly ClientOperation[]): ReadonlyMap<string, string> {
  return new Map(
    operations.flatMap(({ id, clientId, document }) => [id, clientId ?? id].map((sent) => [sent, document] as const)),
  );
}
