import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { inputWeight, statedInputWeight } from './weights.js';

/**
 * What a value costs where it is given: nothing for null; its weight, and in an input object the costs of the fields
 * given. A list is the sum of its elements. A value that is not known, as a variable's, counts as if it were given.
 */
export function argumentCost(
  schema: GraphQLSchema,
  input: GraphQLArgument | GraphQLInputField,
  value: unknown,
): number {
  if (value === null) return 0;
  if (!Array.isArray(value)) return inputWeight(schema, input) + fieldsCost(schema, input, value);
  const stated = statedInputWeight(schema, input) ?? 0;
  return value.reduce<number>((sum, element) => sum + argumentCost(schema, input, element), stated);
}

function fieldsCost(schema: GraphQLSchema, input: GraphQLArgument | GraphQLInputField, value: unknown): number {
  const type = getNamedType(input.type);
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return 0;
  const fields = type.getFields();
  return Object.entries(value).reduce((sum, [name, given]) => {
    const field = fields[name];
    return field && given !== undefined ? sum + argumentCost(schema, field, given) : sum;
  }, 0);
}
