import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { FindTally } from '../metrics/tallies.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { ResultStream } from '../subscriptions/result-stream.js';
import { SubscriptionRefusedError } from '../subscriptions/subscription-refused.error.js';
import type { Subscriptions } from '../subscriptions/subscriptions.js';
import type { ErrorFormatter } from './format-errors.js';
import type { AdmittedSubscription, RouterContext } from './router-context.js';

/** An operation as it came over a channel that can answer with a stream. */
export interface OperationRequest {
  query?: string | undefined;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/** What became of it: refused before anything was done, a single result, or a stream of them. */
export type Outcome =
  | { kind: 'refused'; errors: GraphQLFormattedError[] }
  | { kind: 'result'; result: FormattedExecutionResult }
  | { kind: 'stream'; stream: ResultStream };

export interface OperationRunner {
  run(request: OperationRequest, context: RouterContext): Promise<Outcome>;
  /** What a client is told of the error that ended a stream. */
  explain(error: unknown): GraphQLFormattedError[];
}

export interface RunnerParts {
  server: ApolloServer<RouterContext>;
  subscriptions: Subscriptions;
  errors: ErrorFormatter;
  refusals: FindTally<'code'>;
  /** Aborted as soon as nothing new may begin. */
  closing: AbortSignal;
}

/** Runs operations of the channels that Apollo Server does not serve itself, under the same limits. */
export function createOperationRunner(parts: RunnerParts): OperationRunner {
  const { server, subscriptions, errors, refusals, closing } = parts;
  const explain = (error: unknown) =>
    errors.formatAll(error instanceof SubscriptionRefusedError ? error.errors : [error]);
  return {
    explain,
    run: async (request, context) => {
      try {
        // Whoever is still connected while the router closes may ask another one, or this one in a moment.
        if (closing.aborted) throw unavailable();
        const { result, subscription } = await execute(server, request, context);
        if (!subscription) return toOutcome(result);
        return { kind: 'stream', stream: subscriptions.start(subscription, context) };
      } catch (error) {
        const refused = explain(error);
        refusals({ code: String(refused[0]?.extensions?.['code']) }).add();
        return { kind: 'refused', errors: refused };
      }
    },
  };
}

async function execute(server: ApolloServer<RouterContext>, request: OperationRequest, context: RouterContext) {
  const taken: { subscription?: AdmittedSubscription } = {};
  const takeSubscription = (subscription: AdmittedSubscription) => {
    taken.subscription = subscription;
  };
  const { query, operationName, variables, extensions } = request;
  const { body } = await server.executeOperation(
    {
      ...(query !== undefined && { query }),
      ...(operationName && { operationName }),
      ...(variables && { variables }),
      ...(extensions && { extensions }),
    },
    { contextValue: { ...context, takeSubscription } },
  );
  const result = body.kind === 'single' ? body.singleResult : body.initialResult;
  return { result: result as FormattedExecutionResult, subscription: taken.subscription };
}

function toOutcome(result: FormattedExecutionResult): Outcome {
  const { data, errors = [] } = result;
  return data === undefined ? { kind: 'refused', errors: [...errors] } : { kind: 'result', result };
}
