import type { FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import { type KeepingParts, SelectionReader } from './selection-reader.js';
import type { Trace } from './trace.js';

/** A fetch whose answer may be kept. */
export interface KeepableFetch {
  /** The text to ask with: it also asks for the ids of all that is traced. */
  operation: string;
  /** The least that is allowed for any part of it. */
  maxAgeSeconds: number;
  /** Where entities stand in the answer: of a fetch of root fields under `''`, else by the type of the entity. */
  traces: ReadonlyMap<string, Trace>;
}

/** Decides once whether what a fetch brings may be kept; undefined when any part of it may not. */
export function keepableFetch(node: FetchNode, parts: KeepingParts): KeepableFetch | undefined {
  const { serviceName: subgraph, operationKind } = node;
  if (operationKind !== OperationTypeNode.QUERY) return undefined;
  const schema = parts.schemaOf(subgraph);
  if (!schema) return undefined;
  const document = parse(node.operation);
  const [definition, ...others] = document.definitions;
  // The planner writes no fragments unless it is told to.
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return undefined;
  const reader = new SelectionReader({ ...parts, subgraph, schema });
  const read = node.requires ? readEntities(definition, reader) : readRoot(definition, reader);
  if (reader.maxAgeSeconds === 0 || !Number.isFinite(reader.maxAgeSeconds)) return undefined;
  const { selectionSet, traces } = read;
  const asked: DocumentNode = { ...document, definitions: [{ ...definition, selectionSet }] };
  return { operation: stripIgnoredCharacters(print(asked)), maxAgeSeconds: reader.maxAgeSeconds, traces };
}

interface ReadFetch {
  selectionSet: SelectionSetNode;
  traces: Map<string, Trace>;
}

function readRoot({ selectionSet }: OperationDefinitionNode, reader: SelectionReader): ReadFetch {
  const read = reader.readRoot(selectionSet);
  return { selectionSet: read.selectionSet, traces: new Map([['', read.trace]]) };
}

/** A fetch of entities has one field, with a fragment for each type. */
function readEntities({ selectionSet }: OperationDefinitionNode, reader: SelectionReader): ReadFetch {
  const traces = new Map<string, Trace>();
  const [entities] = selectionSet.selections as readonly FieldNode[];
  const fragments = (entities?.selectionSet?.selections ?? []).map((fragment) => {
    if (fragment.kind !== Kind.INLINE_FRAGMENT || !fragment.typeCondition) return reader.refuse(fragment);
    const typeName = fragment.typeCondition.name.value;
    if (traces.has(typeName)) return reader.refuse(fragment);
    const read = reader.readEntity(typeName, fragment.selectionSet);
    traces.set(typeName, read.trace);
    return { ...fragment, selectionSet: read.selectionSet };
  });
  const inner: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fragments };
  return {
    selectionSet: { ...selectionSet, selections: [{ ...(entities as FieldNode), selectionSet: inner }] },
    traces,
  };
}
