import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';

/** The operation of a document that has just one. @throws {Error} when it has none. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find(isOperation);
  if (!operation) throw new Error('The document has no operation.');
  return operation;
}

/** The fragments of a document, by name. */
export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
}

/** The fragments that are spread somewhere in a document but do not stand in it. */
export function missingFragments(document: DocumentNode): string[] {
  const missing = new Set<string>();
  const known = fragmentsOf(document);
  visit(document, { FragmentSpread: ({ name }) => void (known.has(name.value) || missing.add(name.value)) });
  return [...missing];
}

export function isOperation(node: DefinitionNode): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}

export function isFragment(node: DefinitionNode): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}
