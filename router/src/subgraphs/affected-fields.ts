import { type FieldNode, Kind, OperationTypeNode, parse, type SelectionSetNode } from 'graphql';

type Path = (string | number)[];

/** Enough to see what is missing; an answer must not grow because a subgraph is away. */
const mostPaths = 100;

/**
 * The fields that a fetch would have filled, as paths into its answer: what a client must be told about when the fetch
 * fails as a whole.
 */
export function affectedFields(operation: string, variables: Record<string, unknown> = {}): Path[] {
  const definition = parse(operation).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fields = fieldsOf(definition?.selectionSet);
  const entities = fields.find((field) => field.name.value === '_entities');
  if (!entities || definition?.operation !== OperationTypeNode.QUERY)
    return fields.map((field) => [responseName(field)]);
  return affectedEntityFields(entities, variables['representations']).slice(0, mostPaths);
}

function affectedEntityFields(entities: FieldNode, representations: unknown): Path[] {
  if (!Array.isArray(representations)) return [];
  return representations.flatMap(({ __typename }: { __typename: string }, index): Path[] => {
    const fields = fieldsOf(entities.selectionSet, __typename);
    // Who asks only whether it is there does not know that.
    if (fields.length === 0) return [['_entities', index]];
    return fields.map((field) => ['_entities', index, responseName(field)]);
  });
}

/** The fields selected here, those inside fragments included, if the fragment can be about `typeName`. */
function fieldsOf(selectionSet: SelectionSetNode | undefined, typeName?: string): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const condition = selection.typeCondition?.name.value;
    const isAbout = condition === undefined || typeName === undefined || condition === typeName;
    return isAbout ? fieldsOf(selection.selectionSet, typeName) : [];
  });
}

function responseName(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
