import type { DocumentNode, GraphQLSchema } from 'graphql';
import { costOf } from './cost/cost-of.js';
import { depthOf } from './depth-of.js';

/** Beyond these an operation is refused: when it is registered, when a promise changes, and when it is sent. */
export const limits = { depth: 10, cost: 1_000 } as const;

export interface ExceededLimit {
  limit: keyof typeof limits;
  actual: number;
  allowed: number;
}

/** The limits that an operation exceeds. The schema is the supergraph's, as for {@link costOf}. */
export function exceededLimits(schema: GraphQLSchema, document: DocumentNode): ExceededLimit[] {
  const actual = { depth: depthOf(document), cost: costOf(schema, document) };
  const names = Object.keys(limits) as (keyof typeof limits)[];
  return names
    .filter((limit) => actual[limit] > limits[limit])
    .map((limit) => ({ limit, actual: actual[limit], allowed: limits[limit] }));
}
