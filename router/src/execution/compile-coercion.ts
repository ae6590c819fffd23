import {
  type GraphQLSchema,
  getVariableValues,
  Kind,
  specifiedScalarTypes,
  type VariableDefinitionNode,
} from 'graphql';
import type { Tree } from './execution.js';

/** Checks what a client sent as variables, and completes it with the operation's defaults. */
export type Coerce = (variables: Readonly<Tree>) => ReturnType<typeof getVariableValues>;

interface PlainVariable {
  name: string;
  isNullable: boolean;
  /** Whether a value is one that needs no conversion. */
  accepts(value: unknown): boolean;
}

/**
 * Compiles the check of an operation's variables. Most are plain scalars that are as they should be, which is seen at
 * once; graphql-js decides about everything else.
 */
export function compileCoercion(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): Coerce {
  const plain = definitions.map((definition) => plainVariable(schema, definition));
  const byTheBook: Coerce = (variables) => getVariableValues(schema, definitions, variables);
  if (!plain.every((variable) => variable !== undefined)) return byTheBook;
  return (variables) => coercePlain(plain, variables) ?? byTheBook(variables);
}

function coercePlain(plain: readonly PlainVariable[], variables: Readonly<Tree>): { coerced: Tree } | undefined {
  const coerced: Tree = {};
  for (const { name, isNullable, accepts } of plain) {
    const isGiven = Object.hasOwn(variables, name);
    if (!isGiven && isNullable) continue;
    const value = variables[name];
    if (!isGiven || !accepts(value)) return undefined;
    coerced[name] = value;
  }
  return { coerced };
}

function plainVariable(
  schema: GraphQLSchema,
  { variable, type, defaultValue }: VariableDefinitionNode,
): PlainVariable | undefined {
  const isNullable = type.kind !== Kind.NON_NULL_TYPE;
  const inner = isNullable ? type : type.type;
  if (inner.kind !== Kind.NAMED_TYPE || defaultValue) return undefined;
  const scalar = specifiedScalarTypes.find((known) => known === schema.getType(inner.name.value));
  const accepts = scalar && checks[scalar.name];
  return accepts && { name: variable.name.value, isNullable, accepts };
}

const checks: Record<string, (value: unknown) => boolean> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => Number.isFinite(value),
  ID: (value) => typeof value === 'string',
  // 32 bits, as graphql-js has it.
  Int: (value) => typeof value === 'number' && value === (value | 0),
  String: (value) => typeof value === 'string',
};
