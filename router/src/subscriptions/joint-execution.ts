import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import { withCorrelation } from '@souk/kit/observability';
import { GraphQLError } from 'graphql';
import type { Execution, Step, Tree } from '../execution/execution.js';
import type { FetchParts } from '../execution/plan/compile-fetch.js';
import { compilePlan } from '../execution/plan/compile-plan.js';
import { mostErrorsOfFailure } from '../execution/plan/fetch-errors.js';
import { scopeOf } from './scope.js';
import type { SubscriptionRequest } from './subscription-request.js';

/** How long an event waits for others that can be completed by the same fetches. */
const gatherForMs = 2;

export interface JointPlan {
  /** Fetches that decide whether an event may be seen; absent where the event came with that decision. */
  own?: PlanNode | undefined;
  /** Whether an event may be seen after that. */
  isSeen?: (root: Tree) => boolean;
  /** All other fetches; absent when there are none. */
  rest: PlanNode | undefined;
}

interface Waiting {
  root: Tree;
  resolve(errors: GraphQLError[]): void;
  reject(error: unknown): void;
}

/**
 * Completes the events of one subscription with what subgraphs know. Events of the same moment, of whatever topics, are
 * completed by the same fetches where these are made in the same scope and with the same variables: as if they stood in
 * one list.
 */
export class JointExecution {
  private readonly own: Step | undefined;
  private readonly rest: Step | undefined;
  private readonly variableNames: readonly string[];
  private readonly gathering = new Map<string, Waiting[]>();

  constructor(
    private readonly plan: JointPlan,
    parts: FetchParts,
  ) {
    const { own, rest } = plan;
    this.own = own && compilePlan(own, parts, ['@']);
    this.rest = rest && compilePlan(rest, parts, ['@']);
    this.variableNames = [...new Set([own, rest].flatMap((node) => (node ? variablesOf(node) : [])))];
  }

  /** Completes an event in place. Resolves to the errors about it. */
  complete(root: Tree, request: SubscriptionRequest): Promise<GraphQLError[]> {
    const key = this.keyOf(request);
    const waiting = this.gathering.get(key) ?? this.gather(key, request);
    return new Promise((resolve, reject) => waiting.push({ root, resolve, reject }));
  }

  private keyOf({ context, variables }: SubscriptionRequest): string {
    return `${scopeOf(context.identity)} ${JSON.stringify(this.variableNames.map((name) => variables[name]))}`;
  }

  private gather(key: string, request: SubscriptionRequest): Waiting[] {
    const waiting: Waiting[] = [];
    this.gathering.set(key, waiting);
    setTimeout(() => {
      this.gathering.delete(key);
      const correlation = { correlationId: request.context.requestId };
      void withCorrelation(correlation, () => this.completeAll(waiting, request));
    }, gatherForMs);
    return waiting;
  }

  private async completeAll(waiting: Waiting[], request: SubscriptionRequest): Promise<void> {
    const roots: (Tree | null)[] = waiting.map(({ root }) => root);
    const execution: Execution = { ...request, root: roots as unknown as Tree, errors: [] };
    try {
      await this.own?.(execution);
      const { isSeen } = this.plan;
      // Nothing more is fetched for what may not be seen.
      if (isSeen) for (const [index, root] of roots.entries()) if (root && !isSeen(root)) roots[index] = null;
      await this.rest?.(execution);
      const errors = errorsByEvent(execution.errors, waiting.length);
      for (const [index, { resolve }] of waiting.entries()) resolve(errors[index] ?? []);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}

/**
 * Those that are about an event, at their places in it; those that are about no place belong to all. Where so many places
 * failed that not all were listed, events that are not among them get an error all the same.
 */
function errorsByEvent(errors: readonly GraphQLError[], count: number): GraphQLError[][] {
  const last = errors.at(-1);
  if (!last) return [];
  const byEvent: GraphQLError[][] = Array.from({ length: count }, () => []);
  for (const error of errors) {
    const [index, ...path] = error.path ?? [];
    if (typeof index === 'number') byEvent[index]?.push(withPath(error, path));
    else for (const own of byEvent) own.push(error);
  }
  if (errors.length < mostErrorsOfFailure) return byEvent;
  return byEvent.map((own) => (own.length > 0 ? own : [withPath(last, undefined)]));
}

function withPath(
  { message, originalError, extensions }: GraphQLError,
  path: (string | number)[] | undefined,
): GraphQLError {
  return new GraphQLError(message, { path, originalError: originalError ?? null, extensions });
}

function variablesOf(node: PlanNode): string[] {
  switch (node.kind) {
    case 'Fetch':
      return (node as FetchNode).variableUsages ?? [];
    case 'Flatten':
      return variablesOf(node.node);
    case 'Condition':
      return [node.condition, ...clausesOf(node).flatMap(variablesOf)];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(variablesOf);
    default:
      return [];
  }
}

function clausesOf({ ifClause, elseClause }: ConditionNode): PlanNode[] {
  return [ifClause, elseClause].filter((clause) => clause !== undefined);
}
