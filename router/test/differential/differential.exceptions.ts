import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import type { Operation } from './operations/draft-operation.js';

/** Where stock breaks a specification and the router keeps it, so that their answers differ. */
export interface DifferentialException {
  title: string;
  /** The sentence that stock breaks, and where it stands. */
  sentence: string;
  source: string;
  /** An operation that shows it. */
  shownBy: Operation;
  /** A part of its right answer, which stock's lacks. */
  rightPart: string;
  /** The same operation without any occasion for it; what still differs then is something else. */
  without(document: DocumentNode): DocumentNode;
}

const typeName: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

export const differentialExceptions: DifferentialException[] = [
  {
    title: 'a fragment within a fragment on an abstract type concerns an object by its own type',
    sentence:
      'DoesFragmentTypeApply(objectType, fragmentType): If fragmentType is an Interface Type: if objectType is an ' +
      'implementation of fragmentType, return true otherwise return false.',
    source: 'https://spec.graphql.org/October2021/#DoesFragmentTypeApply()',
    shownBy: { document: '{ products(first: 1) { ... on Result { ... on Node { id } } } }', variables: {} },
    rightPart: '{"id":"Product:0"}',
    // Stock knows an object's type where that was fetched, and elsewhere takes the outer fragment's for it.
    without: (document) =>
      visit(document, {
        SelectionSet: (node) => ({ ...node, selections: [typeName, ...node.selections] }),
      }),
  },
  {
    title: 'what a field requires is sent to its subgraph, in lists of lists as well',
    sentence:
      '@requires indicates that the resolver for a particular entity field depends on the values of other entity fields ' +
      'that are resolved by other subgraphs. This tells the router that it needs to fetch the values of those ' +
      "externally defined fields first, even if the original client query didn't request them.",
    source: 'https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives#requires',
    shownBy: { document: '{ matrix { layout } }', variables: {} },
    rightPart: String.raw`\"plan\":[[{\"x\":10}]`,
    // Stock sends null in place of each inner list.
    without: (document) => withoutField(document, 'layout'),
  },
  {
    title: 'what two subgraphs know about the objects of a list of lists is in the answer',
    sentence:
      'After resolving the value for a field, it is completed by ensuring it adheres to the expected return type. If the ' +
      'return type is another Object type, then the field execution process continues recursively.',
    source: 'https://spec.graphql.org/October2021/#sec-Value-Completion',
    shownBy: { document: '{ matrix { rows { a b } } }', variables: {} },
    rightPart: '"a":987',
    // Of each inner list, stock keeps what came last and drops what was there.
    without: (document) => withoutField(document, 'rows'),
  },
];

function withoutField(document: DocumentNode, name: string): DocumentNode {
  return visit(document, { Field: (field) => (field.name.value === name ? typeName : undefined) });
}
