import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext } from '@apollo/gateway';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { PublicError } from '@souk/kit/domain';
import { type DocumentNode, Kind } from 'graphql';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';

type OperationContext = ReturnType<typeof buildOperationContext>;

export interface SubscriptionPlan {
  operationContext: OperationContext;
  /** What the subgraph that owns the subscription is asked. */
  primary: FetchNode;
  /** What is done for each event: take it in as the answer of {@link eventSource}, then fetch the rest. */
  perEvent: QueryPlan;
}

/** Stands in a plan for a subgraph whose answer is the event. */
export const eventSource = '(event)';

export type PlanSubscription = (document: DocumentNode, operationName: string | undefined) => SubscriptionPlan;

/**
 * Plans subscriptions; a plan is remembered for as long as its document is. The result throws a {@link PublicError}
 * BAD_REQUEST for what the planner finds no single source for.
 */
export function createSubscriptionPlanner(schemas: SupergraphSchemas): PlanSubscription {
  const plans = new WeakMap<DocumentNode, Map<string | undefined, SubscriptionPlan>>();
  return (document, operationName) => {
    const ofDocument = plans.get(document) ?? new Map<string | undefined, SubscriptionPlan>();
    const plan = ofDocument.get(operationName) ?? planSubscription(schemas, document, operationName);
    plans.set(document, ofDocument.set(operationName, plan));
    return plan;
  };
}

function planSubscription(
  { planner, apiSchema, apiGraphqlSchema }: SupergraphSchemas,
  operationDocument: DocumentNode,
  operationName: string | undefined,
): SubscriptionPlan {
  const operationContext = buildOperationContext({ schema: apiGraphqlSchema, operationDocument, operationName });
  const definitions = [operationContext.operation, ...Object.values(operationContext.fragments)];
  const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, { kind: Kind.DOCUMENT, definitions }));
  if (node?.kind !== 'Subscription')
    throw new PublicError('BAD_REQUEST', 'A subscription selects exactly one field, unconditionally.');
  const { primary, rest } = node;
  const event: FetchNode = { ...primary, serviceName: eventSource, variableUsages: [] };
  const nodes = rest ? [event, rest] : [event];
  return { operationContext, primary, perEvent: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } } };
}
