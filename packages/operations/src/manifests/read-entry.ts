import { type DocumentNode, GraphQLError, type OperationDefinitionNode, parse } from 'graphql';
import type { ClientFile, ClientOperation } from '../client-operation.js';
import { isOperation, missingFragments } from '../definitions.js';
import { operationId } from '../operation-id.js';
import { OperationInputError } from '../operation-input.error.js';
import { describeSyntaxError } from '../parse-client-file.js';
import { lineOf } from './line-of.js';

/** One operation of a manifest. */
export interface ManifestEntry {
  /** What the client sends in place of the text. */
  key: string;
  document: string;
  /** What the manifest says of the operation beside its text. */
  claimed?: { name: string; type: string };
}

type Refuse = (problem: string) => never;

/**
 * Makes an operation of a manifest's entry. The text stays as it is, for the client's own hash is of it.
 * @throws {OperationInputError} when the text is not one named operation with its fragments, or another than claimed.
 */
export function readEntry(entry: ManifestEntry, { path, content }: ClientFile): ClientOperation {
  const line = lineOf(content, JSON.stringify(entry.document));
  const place = { file: path, ...(line && { line }) };
  const refuse: Refuse = (problem) => {
    throw new OperationInputError(`The operation ${entry.claimed?.name ?? entry.key}: ${problem}`, place);
  };
  const { name, operation: type } = readOperation(entry, refuse);
  const id = operationId(entry.document);
  const operation = { id, name: name?.value ?? '', type, document: entry.document, ...place };
  return entry.key === id ? operation : { ...operation, clientId: entry.key };
}

function readOperation(entry: ManifestEntry, refuse: Refuse): OperationDefinitionNode {
  const document = parseText(entry.document, refuse);
  const [operation, another] = document.definitions.filter(isOperation);
  if (!operation || another) return refuse('its text must hold one operation, no more and no less.');
  if (!operation.name) return refuse('its text gives it no name; name it, and make the manifest anew.');
  const [missing] = missingFragments(document);
  if (missing) return refuse(`its text needs the fragment ${missing} and does not hold it; make the manifest anew.`);
  const { name = operation.name.value, type = operation.operation } = entry.claimed ?? {};
  if (name === operation.name.value && type === operation.operation) return operation;
  return refuse(`its text is the ${operation.operation} ${operation.name.value}; make the manifest anew.`);
}

function parseText(text: string, refuse: Refuse): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return refuse(`line ${error.locations?.[0]?.line ?? 1} of its text is not GraphQL: ${describeSyntaxError(error)}`);
  }
}
