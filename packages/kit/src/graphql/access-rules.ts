import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { PublicError } from '../domain/index.js';
import { type Caller, hasScopes, isAuthenticated } from '../identity/index.js';
import type { SubgraphContext } from './context.js';

/** What `@authenticated` and `@requiresScopes` ask of a caller. Every list of alternatives must be met. */
interface AccessRule {
  scopes: string[][][];
}

/**
 * Enforces federation's `@authenticated` and `@requiresScopes` on every object type and field of a subgraph's schema,
 * whatever way leads there: a root field, an entity, a field of a field.
 */
export function enforceAccessRules(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) guard(type, field);
  }
}

function guard(type: GraphQLObjectType, field: GraphQLField<unknown, SubgraphContext>): void {
  const rule = ruleOf([...directivesOf(type), ...directivesOf(field)]);
  if (!rule) return;
  const coordinate = `${type.name}.${field.name}`;
  const { resolve, subscribe } = field;
  field.resolve = (source, args, context, info) => {
    mustBeAllowed(rule, context.caller, coordinate);
    return resolve ? resolve(source, args, context, info) : (source as Record<string, unknown>)[field.name];
  };
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    mustBeAllowed(rule, context.caller, coordinate);
    return subscribe(source, args, context, info);
  };
}

function mustBeAllowed(rule: AccessRule, caller: Caller, coordinate: string): void {
  if (!isAuthenticated(caller)) throw new PublicError('UNAUTHENTICATED', `${coordinate} needs a token.`);
  if (rule.scopes.every((alternatives) => hasScopes(caller, alternatives))) return;
  throw new PublicError('FORBIDDEN', `${coordinate} is not allowed with this token.`);
}

function ruleOf(directives: readonly ConstDirectiveNode[]): AccessRule | undefined {
  const rules = directives.filter(({ name }) => name.value === 'authenticated' || name.value === 'requiresScopes');
  if (rules.length === 0) return undefined;
  return { scopes: rules.filter(({ name }) => name.value === 'requiresScopes').map(scopesOf) };
}

function scopesOf(directive: ConstDirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  if (argument?.value.kind !== Kind.LIST) throw new Error('@requiresScopes needs a list of lists of scopes.');
  return valueFromASTUntyped(argument.value) as string[][];
}

function directivesOf(
  element: GraphQLObjectType | GraphQLField<unknown, SubgraphContext>,
): readonly ConstDirectiveNode[] {
  const extensions = (element as GraphQLObjectType).extensionASTNodes ?? [];
  return [element.astNode, ...extensions].flatMap((node) => node?.directives ?? []);
}
