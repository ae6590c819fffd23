import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNullableType,
  isListType,
  Kind,
} from 'graphql';
import { type Variables, valueIn } from './variables.js';

/** How long a list is taken to be of which the schema says nothing. */
export const unknownListSize = 10;

/** How long a page is taken to be whose size is a variable: the largest that any subgraph gives. */
export const largestPage = 100;

/** What `@listSize` says of a field, with the arguments of one selection. */
export interface ListSize {
  size: number;
  /** The fields below that are as long; none when it is the field itself. */
  sizedFields: readonly string[];
}

interface ListSizeArguments {
  assumedSize?: number | null;
  slicingArguments?: readonly string[] | null;
  sizedFields?: readonly string[] | null;
}

/** How long a field's list is by its `@listSize`: the greatest of its slicing arguments, or else its assumed size. */
export function listSizeOf(
  { schema, variables }: { schema: GraphQLSchema; variables: Variables },
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): ListSize | undefined {
  const directive = schema.getDirective('listSize');
  const stated = directive && field.astNode && getDirectiveValues(directive, field.astNode);
  if (!stated) return undefined;
  const { assumedSize, slicingArguments, sizedFields } = stated as ListSizeArguments;
  const slices = field.args
    .filter(({ name }) => slicingArguments?.includes(name))
    .flatMap((argument) => sliceOf(argument, node, variables) ?? []);
  const size = slices.length > 0 ? Math.max(...slices) : (assumedSize ?? unknownListSize);
  return { size, sizedFields: sizedFields ?? [] };
}

/** How many elements a field is taken to have: as many as what is around it says, or it itself; 1 when it is no list. */
export function instancesOf(
  field: GraphQLField<unknown, unknown>,
  own: ListSize | undefined,
  around: ListSize | undefined,
): number {
  if (!isListType(getNullableType(field.type))) return 1;
  if (around?.sizedFields.includes(field.name)) return around.size;
  return own?.size ?? unknownListSize;
}

function sliceOf(argument: GraphQLArgument, node: FieldNode, variables: Variables): number | undefined {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  const value = given ? valueIn(given, variables) : argument.defaultValue;
  if (given?.kind === Kind.VARIABLE && value === undefined) return largestPage;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}
