import { isFragment } from '@souk/operations/definitions';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { SoleOperation } from './concern.js';

const known = new WeakMap<OperationDefinitionNode, SoleOperation>();

/** One operation of a document; the same object for as long as the document is kept. */
export function soleOperation(document: DocumentNode, definition: OperationDefinitionNode): SoleOperation {
  const operation = known.get(definition) ?? { definition, document: documentOf(document, definition) };
  known.set(definition, operation);
  return operation;
}

function documentOf(document: DocumentNode, definition: OperationDefinitionNode): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [definition, ...document.definitions.filter(isFragment)] };
}
