import type { GraphQLError } from 'graphql';
import type { RouterContext } from '../operations/router-context.js';

/** A JSON object, as subgraphs answer it. */
export type Tree = Record<string, unknown>;

/** The place of a value in an answer. */
export type Path = (string | number)[];

export interface ExecutionRequest {
  /** As the client sent them; so they go on to the subgraphs. */
  variables: Readonly<Tree>;
  context: RouterContext;
}

/** One run of a compiled operation, and what it has gathered so far. */
export interface Execution extends ExecutionRequest {
  /** The variables with the operation's defaults: these decide about `@skip` and `@include`. */
  coerced: Readonly<Tree>;
  /** What all fetches brought, merged. It holds more than the client asked for, and nothing of it is checked. */
  root: Tree;
  errors: GraphQLError[];
}

/** A part of a compiled plan. */
export type Step = (execution: Execution) => Promise<void>;
