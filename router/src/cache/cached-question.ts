import { createHash } from 'node:crypto';
import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { Execution, Tree } from '../execution/execution.js';
import { type Ask, writeVariables } from '../execution/plan/question.js';
import { nobody } from '../identity/identity.js';
import type { SubgraphAnswer } from '../subgraphs/ask-subgraph.js';
import type { KeepableFetch } from './keepable-fetch.js';
import type { ResponseCache, Search } from './response-cache.js';
import { type Trace, traceEntities } from './trace.js';

interface CachedParts {
  node: FetchNode;
  fetch: KeepableFetch;
  cache: ResponseCache;
  /** Asks the subgraph for what is not kept. */
  ask: Ask;
}

/** Asks a fetch of root fields, whose answer is kept as one. */
export function cachedRootQuestion({ node, fetch, cache, ask }: CachedParts): Ask {
  const prefix = keyPrefix(node, fetch);
  const trace = fetch.traces.get('') as Trace;
  return async (execution) => {
    if (!cache.isCurrent) return ask(asNobody(execution));
    const key = prefix + writeVariables(node.variableUsages ?? [], execution.variables);
    const known = cache.recall(key);
    if (known !== undefined) return { data: JSON.parse(known) };
    const search = await cache.search([key], fetch.maxAgeSeconds);
    const [shared] = search.texts;
    if (shared !== undefined) return { data: JSON.parse(shared) };
    const answer = await ask(asNobody(execution));
    // What is not there may come to be without an event that names it.
    if (answer.data && !answer.errors && !Object.values(answer.data).includes(null))
      keep(search, 0, answer.data, trace);
    return answer;
  };
}

/** Asks a fetch of entities. Each is kept on its own, and the subgraph is asked for those alone that are not. */
export function cachedEntityQuestion({ node, fetch, cache, ask }: CachedParts): Ask {
  const prefix = keyPrefix(node, fetch);
  return async (execution, representations = []) => {
    if (!cache.isCurrent) return ask(asNobody(execution), representations);
    const start = `${prefix}${writeVariables(node.variableUsages ?? [], execution.variables)} `;
    const texts = representations.map((representation) => cache.recall(start + representation));
    if (!texts.includes(undefined)) return { data: { _entities: JSON.parse(`[${texts.join()}]`) } };
    const absent = indexesOfAbsent(texts);
    const search = await cache.search(
      absent.map((index) => start + representations[index]),
      fetch.maxAgeSeconds,
    );
    for (const [position, index] of absent.entries()) texts[index] = search.texts[position];
    const missing = absent.filter((index) => texts[index] === undefined);
    if (missing.length === 0) return { data: { _entities: JSON.parse(`[${texts.join()}]`) } };
    const asked = missing.map((index) => representations[index] as string);
    const answer = await ask(asNobody(execution), asked);
    const received = entitiesOf(answer, asked.length);
    if (received && !answer.errors) {
      for (const [position, entity] of received.entries()) {
        const trace = fetch.traces.get(JSON.parse(asked[position] as string).__typename);
        if (entity && trace) keep(search, absent.indexOf(missing[position] as number), entity, trace);
      }
    }
    if (missing.length === representations.length) return answer;
    return whole(texts, missing, answer, received);
  };
}

/**
 * What may be kept for everybody is asked for in nobody's name: so nothing of a caller can be in it, whatever the
 * subgraph makes of who asks.
 */
function asNobody(execution: Execution): Execution {
  return { ...execution, context: { ...execution.context, identity: nobody } };
}

function keyPrefix({ serviceName }: FetchNode, { operation }: KeepableFetch): string {
  return `${createHash('sha256').update(`${serviceName} ${operation}`).digest('base64url')} `;
}

function keep(search: Search, index: number, value: unknown, trace: Trace): void {
  const tags = new Set<string>();
  if (traceEntities(value, trace, tags)) search.keep(index, JSON.stringify(value), tags);
}

function indexesOfAbsent(texts: readonly (string | undefined)[]): number[] {
  const absent: number[] = [];
  for (const [index, text] of texts.entries()) if (text === undefined) absent.push(index);
  return absent;
}

/** Undefined when the subgraph did not answer with one value for each that it was asked for. */
function entitiesOf({ data }: SubgraphAnswer, count: number): (Tree | null)[] | undefined {
  const entities = data?.['_entities'];
  return Array.isArray(entities) && entities.length === count ? entities : undefined;
}

/** Puts together what was kept and what was answered for the rest, as if all of it had been asked for. */
function whole(
  texts: readonly (string | undefined)[],
  missing: readonly number[],
  { data, errors }: SubgraphAnswer,
  received: readonly (Tree | null)[] | undefined,
): SubgraphAnswer {
  const placed = errors?.map((error) => placedAmongAll(error, missing));
  // Not what was asked for: whoever merges it says so.
  if (data && !received) return { data, errors: placed };
  const entities: unknown[] = JSON.parse(`[${texts.map((text) => text ?? 'null').join()}]`);
  for (const [position, index] of missing.entries()) entities[index] = received?.[position] ?? null;
  return { data: { _entities: entities }, errors: placed };
}

function placedAmongAll(error: GraphQLError, missing: readonly number[]): GraphQLError {
  const [field, position, ...rest] = error.path ?? [];
  if (typeof position !== 'number') return error;
  const path = [field as string, missing[position] ?? position, ...rest];
  return new GraphQLError(error.message, { path, extensions: error.extensions, originalError: error.originalError });
}
