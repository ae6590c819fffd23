import type { Directive, Place, Subgraph } from '../../sdl/subgraph.js';

/** What is asked of a caller beside a token: of each list of alternatives, at least one set of scopes. */
export interface Guard {
  scopes: readonly (readonly (readonly string[])[])[];
}

/** The guard that these types and fields make together; undefined when none of them has a rule. */
export function guardOf(places: readonly (Place | undefined)[]): Guard | undefined {
  const rules = places.flatMap((place) => place?.directives ?? []).filter(isRule);
  if (rules.length === 0) return undefined;
  const scopes = rules.filter(({ name }) => name === 'requiresScopes');
  return { scopes: scopes.map(({ arguments: given }) => given['scopes'] as string[][]) };
}

/** The guard of a field as the whole supergraph has it: what one subgraph asks, all do. */
export function guardInAll(type: string, field: string, all: readonly Subgraph[]): Guard | undefined {
  const types = all.map((subgraph) => subgraph.types.get(type));
  const fields = types.map((found) => found?.fields.find(({ name }) => name === field));
  return guardOf([...types, ...fields]);
}

/** Whether whoever passes `guard` would pass `other` too. */
export function isAtLeast(guard: Guard | undefined, other: Guard): boolean {
  if (!guard) return false;
  return other.scopes.every((wanted) => guard.scopes.some((asked) => asked.every((set) => grants(set, wanted))));
}

export function isRule({ name }: Directive): boolean {
  return name === 'authenticated' || name === 'requiresScopes';
}

function grants(scopes: readonly string[], alternatives: readonly (readonly string[])[]): boolean {
  return alternatives.some((alternative) => alternative.every((scope) => scopes.includes(scope)));
}
