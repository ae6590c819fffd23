import type { Caller } from '@souk/kit/identity';
import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
} from 'graphql';
import { denialOf, isMetBy } from '../../../src/access/access-rule.js';
import type { RuleTable } from '../../../src/access/split-access-rules.js';
import type { Question } from '../both-executors.js';

export interface FilterParts {
  schema: GraphQLSchema;
  rules: RuleTable;
  caller: Caller;
}

type Source = Readonly<Record<string, unknown>>;

/**
 * What a caller may see of a whole answer: the same operation once more, by graphql-js alone, with the answer in place of
 * the subgraphs. Every object of the answer bears its `__typename`.
 */
export async function filtered(
  { document, variables }: Question,
  answer: ExecutionResult,
  { schema, rules, caller }: FilterParts,
): Promise<ExecutionResult> {
  const isDenied = (coordinate: string) => {
    const rule = rules.get(coordinate);
    return rule !== undefined && !isMetBy(rule, caller);
  };
  const seen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(seen);
    const typeName = (value as Source | null)?.['__typename'];
    return typeof typeName === 'string' && isDenied(typeName) ? denialOf(typeName, caller) : value;
  };
  const fieldResolver: GraphQLFieldResolver<Source, unknown> = (source, _args, _context, info) => {
    const { parentType, fieldName, path } = info;
    const target = getNamedType(info.returnType);
    if (isDenied(`${parentType.name}.${fieldName}`)) throw denialOf(`${parentType.name}.${fieldName}`, caller);
    if (!isAbstractType(target) && isDenied(target.name)) throw denialOf(target.name, caller);
    return seen(source[path.key]);
  };
  return execute({
    schema,
    document,
    variableValues: variables,
    rootValue: answer.data ?? {},
    fieldResolver,
    typeResolver: ({ __typename }: { __typename: string }) => __typename,
  });
}
