import type { GraphQLError } from 'graphql';
import type { RouterContext } from '../operations/router-context.js';

export interface SubgraphQuestion {
  /** A GraphQL request as JSON. */
  body: string;
  /** Whether it may be sent again when the connection broke before an answer came. */
  isRepeatable: boolean;
  context: RouterContext;
  /** What the body is made of when it is about entities, so that several such questions can be asked as one. */
  entities?: EntityQuestion | undefined;
}

export interface EntityQuestion {
  /** The body up to its variables: the same text for every question of one fetch. */
  head: string;
  /** Each as JSON. */
  representations: readonly string[];
  /** All other variables, as the inside of a JSON object. */
  variables: string;
}

/** What a subgraph answered. Its errors are already reduced to what may travel on. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
}

/** Asks a subgraph by its name. Rejects when the question fails as a whole. */
export type AskSubgraph = (subgraph: string, question: SubgraphQuestion) => Promise<SubgraphAnswer>;
