import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

const selectionsAllowed = 10_000_000;

/**
 * A validation rule: fragments that spread fragments make a short document a long operation. Each selection counts as
 * often as it is spread.
 */
export function limitSelections(context: ValidationContext): ASTVisitor {
  const countOf = selectionCounter(context);
  return {
    OperationDefinition: (operation) => {
      if (countOf(operation.selectionSet) <= selectionsAllowed) return;
      const message = 'The operation has too many selections when its fragments are spread.';
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  };
}

/** Counts each fragment once, however often it is spread. One that spreads itself is another rule's business. */
function selectionCounter(context: ValidationContext): (selectionSet: SelectionSetNode) => number {
  const counts = new Map<string, number>();
  const countOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + countOfFragment(selection.name.value);
      return sum + 1 + (selection.selectionSet ? countOf(selection.selectionSet) : 0);
    }, 0);
  const countOfFragment = (name: string): number => {
    const fragment = context.getFragment(name);
    const known = counts.get(name);
    if (known !== undefined || !fragment) return known ?? 0;
    counts.set(name, 0);
    const count = countOf(fragment.selectionSet);
    counts.set(name, count);
    return count;
  };
  return countOf;
}
