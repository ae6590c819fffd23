import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

type FragmentNamed = (name: string) => FragmentDefinitionNode | null | undefined;

const conditions = [GraphQLSkipDirective.name, GraphQLIncludeDirective.name];

/**
 * A validation rule: nothing may decide whether a subscription selects its one field. The newest specification says so,
 * and graphql 17 checks it. NOTE: graphql 16 evaluates such a condition, and throws where it is a variable. So this looks
 * at the document as a whole, before any operation is visited, and takes a bad one out of the walk: null removes a node.
 */
export function refuseConditionalSubscriptions(context: ValidationContext): ASTVisitor {
  return {
    Document: (document) => {
      const nodes = conditionsIn(document, (name) => context.getFragment(name));
      if (nodes.length === 0) return undefined;
      const message = '@skip and @include are not allowed on the root field of a subscription.';
      context.reportError(new GraphQLError(message, { nodes }));
      return null;
    },
  };
}

function conditionsIn(document: DocumentNode, fragmentNamed: FragmentNamed): DirectiveNode[] {
  const found = new Set<DirectiveNode>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) continue;
    for (const directive of conditionsAtRoot(definition.selectionSet, fragmentNamed)) found.add(directive);
  }
  return [...found];
}

/** The root level goes on inside fragments, each of which is looked at once. */
function conditionsAtRoot(root: SelectionSetNode, fragmentNamed: FragmentNamed): DirectiveNode[] {
  const found: DirectiveNode[] = [];
  const selectionSets = new Set([root]);
  for (const { selections } of selectionSets) {
    for (const selection of selections) {
      found.push(...(selection.directives ?? []).filter(({ name }) => conditions.includes(name.value)));
      if (selection.kind === Kind.INLINE_FRAGMENT) selectionSets.add(selection.selectionSet);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentNamed(selection.name.value) : undefined;
      if (fragment) selectionSets.add(fragment.selectionSet);
    }
  }
  return found;
}
