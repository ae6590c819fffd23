import { executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { inSpan, type Logger, SpanKind, withCorrelation } from '@souk/kit/observability';
import type { FormattedExecutionResult } from 'graphql';
import { completeResult } from '../operations/complete-result.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { RouterContext } from '../operations/router-context.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { toGraphqlError } from '../subgraphs/subgraph-errors.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { eventSource, type SubscriptionPlan } from './plan-subscription.js';
import type { UpstreamEvent } from './upstream.js';

type GatewayRequest = Parameters<typeof executeQueryPlan>[2];

export interface EventRequest {
  context: RouterContext;
  variables: Record<string, unknown>;
}

/** Makes a client's result of an event: fetches what other subgraphs know, and selects what was asked for. */
export type ExecuteEvent = (
  plan: SubscriptionPlan,
  event: UpstreamEvent,
  request: EventRequest,
) => Promise<FormattedExecutionResult>;

export interface ExecutionParts {
  schemas: SupergraphSchemas;
  subgraphs: Subgraphs;
  errors: ErrorFormatter;
  logger: Logger;
}

export function createEventExecutor({ schemas, subgraphs, errors, logger }: ExecutionParts): ExecuteEvent {
  const sources = Object.fromEntries(subgraphs.all().map((subgraph) => [subgraph.name, subgraph]));
  const { apiSchema, apiGraphqlSchema, supergraphGraphqlSchema } = schemas;
  return ({ perEvent, operationContext }, event, { context, variables }) =>
    inOperation(context, async () => {
      const services = { ...sources, [eventSource]: answerWith(event) };
      const request = { request: { variables }, context, logger, metrics: {}, schema: apiGraphqlSchema };
      const result = await executeQueryPlan(
        perEvent,
        services,
        request as unknown as GatewayRequest,
        operationContext,
        supergraphGraphqlSchema,
        apiSchema,
      );
      const { errors: failures, ...rest } = completeResult(result);
      return failures ? { errors: errors.formatAll(failures), ...rest } : rest;
    });
}

function inOperation<Result>({ requestId }: RouterContext, work: () => Promise<Result>): Promise<Result> {
  return withCorrelation({ correlationId: requestId }, () =>
    inSpan('subscription event', { kind: SpanKind.CONSUMER }, work),
  );
}

function answerWith({ data, errors }: UpstreamEvent): GraphQLDataSource {
  return { process: async () => ({ data, ...(errors && { errors: errors.map((error) => toGraphqlError(error)) }) }) };
}
