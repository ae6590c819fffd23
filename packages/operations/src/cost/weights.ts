import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInputObjectType,
} from 'graphql';

type WithDirectives = Parameters<typeof getDirectiveValues>[1];

/** What one object of a field costs without its selection: what `@cost` says of the field or its type; else 1, a leaf 0. */
export function fieldWeight(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): number {
  const type = getNamedType(field.type);
  return statedWeight(schema, field, type) ?? (isCompositeType(type) ? 1 : 0);
}

/** What an argument or input field costs by being given: what `@cost` says of it or its type; else an input object 1. */
export function inputWeight(schema: GraphQLSchema, input: GraphQLArgument | GraphQLInputField): number {
  return statedInputWeight(schema, input) ?? (isInputObjectType(getNamedType(input.type)) ? 1 : 0);
}

/** What `@cost` says of an argument or input field, or of its type. */
export function statedInputWeight(
  schema: GraphQLSchema,
  input: GraphQLArgument | GraphQLInputField,
): number | undefined {
  return statedWeight(schema, input, getNamedType(input.type));
}

function statedWeight(
  schema: GraphQLSchema,
  element: { astNode?: unknown },
  type: GraphQLNamedType,
): number | undefined {
  return [element, type]
    .map(({ astNode }) => weightOn(schema, astNode as WithDirectives))
    .find((weight) => weight !== undefined);
}

// The IBM specification writes weights as strings, federation as integers.
function weightOn(schema: GraphQLSchema, node: WithDirectives | null | undefined): number | undefined {
  const directive = schema.getDirective('cost');
  const values = directive && node ? getDirectiveValues(directive, node) : undefined;
  return values && Number(values['weight']);
}
