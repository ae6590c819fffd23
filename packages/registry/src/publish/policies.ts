import { hash } from 'node:crypto';
import { parse } from 'graphql';
import { generatedMark } from '../state/generated-mark.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { argumentsOf, elementsOf, type SdlElement } from './sdl-elements.js';
import { sortedEntries } from './sorted-entries.js';

/** What holds for a type, a field or an argument of the graph beside its form. */
export interface Policy {
  /** What a caller needs: a token, and every scope of one of the lists. */
  access?: { authenticated?: true; scopes?: string[][] };
  /** How long a subgraph's part of it may be kept, by the subgraph's name. `maxAge` is in seconds. */
  cache?: Record<string, CacheHint>;
  /** Its weight, where it is not the usual one. */
  cost?: number;
  /** How long a list is. */
  listSize?: Record<string, unknown>;
}

export type CacheHint = { maxAge?: number; scope?: 'PUBLIC' | 'PRIVATE'; inheritMaxAge?: boolean };

/** Policies by coordinate. */
export type Policies = Readonly<Record<string, Policy>>;

/**
 * Reads every policy: rules, costs and sizes from the supergraph, where composition has joined what several subgraphs
 * say; cache hints from the subgraphs, as each of them speaks of its own part alone.
 */
export function readPolicies(supergraphSdl: string, subgraphs: readonly SubgraphSdl[]): Policies {
  const policies: Record<string, Policy> = {};
  for (const element of elementsOf(parse(supergraphSdl))) {
    const policy = composedPolicyOf(element);
    if (Object.keys(policy).length > 0) policies[element.coordinate] = policy;
  }
  for (const subgraph of subgraphs) addCacheHints(policies, subgraph);
  return policies;
}

/**
 * The content of `schema/policies.json`. By the hash, whoever reads it knows whether it was written with their supergraph.
 * @param supergraph the content of `schema/supergraph.graphql`.
 */
export function toPolicyDocument(policies: Policies, supergraph: string) {
  return {
    $comment: generatedMark,
    supergraphHash: hash('sha256', supergraph),
    policies: Object.fromEntries(sortedEntries(policies)),
  };
}

function composedPolicyOf(element: SdlElement): Policy {
  const listSize = argumentsOf(element, 'listSize');
  const cost = argumentsOf(element, 'cost')?.['weight'] as number | undefined;
  return { ...accessOf(element), ...(cost !== undefined && { cost }), ...(listSize && { listSize }) };
}

function accessOf(element: SdlElement): Pick<Policy, 'access'> {
  const isAuthenticated = argumentsOf(element, 'authenticated') !== undefined;
  const scopes = argumentsOf(element, 'requiresScopes')?.['scopes'] as string[][] | undefined;
  if (!isAuthenticated && !scopes) return {};
  return { access: { ...(isAuthenticated && { authenticated: true }), ...(scopes && { scopes }) } };
}

function addCacheHints(policies: Record<string, Policy>, { name, sdl }: SubgraphSdl): void {
  for (const element of elementsOf(parse(sdl))) {
    const hint = argumentsOf(element, 'cacheControl');
    if (!hint) continue;
    const policy = policies[element.coordinate] ?? {};
    policies[element.coordinate] = { ...policy, cache: { ...policy.cache, [name]: hint } };
  }
}
