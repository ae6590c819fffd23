import { type Caller, hasScopes, isAuthenticated } from '@souk/kit/identity';
import { GraphQLError } from 'graphql';

/** What `@authenticated` and `@requiresScopes` ask of a caller: a token, and of each list one of its sets of scopes. */
export interface AccessRule {
  readonly scopes: readonly (readonly (readonly string[])[])[];
}

/** Decides as every subgraph does. */
export function isMetBy({ scopes }: AccessRule, caller: Caller): boolean {
  return isAuthenticated(caller) && scopes.every((alternatives) => hasScopes(caller, alternatives));
}

/** Says what a subgraph would say, in the same words. */
export function denialOf(coordinate: string, caller: Caller, path?: readonly (string | number)[]): GraphQLError {
  const [code, message] = isAuthenticated(caller)
    ? ['FORBIDDEN', `${coordinate} is not allowed with this token.`]
    : ['UNAUTHENTICATED', `${coordinate} needs a token.`];
  return new GraphQLError(message, { path: path && [...path], extensions: { code } });
}
