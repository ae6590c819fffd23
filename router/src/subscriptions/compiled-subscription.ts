import { hash } from 'node:crypto';
import type { Operation } from '@apollo/federation-internals';
import type { FetchNode } from '@apollo/query-planner';
import { PublicError } from '@souk/kit/domain';
import { withCorrelation } from '@souk/kit/observability';
import type { ExecutionResult, FormattedExecutionResult, GraphQLError, getVariableValues } from 'graphql';
import type { Restriction } from '../access/operation-guard.js';
import type { Execution, Tree } from '../execution/execution.js';
import { placeRootErrors } from '../execution/plan/fetch-errors.js';
import type { Projection } from '../execution/projection/compile-projection.js';
import { referenceResult } from '../execution/reference-result.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import { toGraphqlError } from '../subgraphs/subgraph-errors.js';
import type { JointExecution } from './joint-execution.js';
import type { NatsFedField } from './nats-fed-fields.js';
import type { SplitPrimary } from './split-primary.js';
import { SubscriptionRefusedError } from './subscription-refused.error.js';
import type { SubscriptionRequest } from './subscription-request.js';
import type { UpstreamEvent } from './upstream.js';

export interface SubscriptionParts {
  /** What was compiled: the same text for each way of laying it out. */
  text: string;
  /** The names of the variables that results depend on. */
  variableNames: readonly string[];
  /** As the planner takes it. */
  operation: Operation;
  /** Makes null what is denied to who subscribed; absent when nothing is. */
  deny: Restriction['deny'] | undefined;
  /** What the subgraph that owns the subscription is asked. */
  primary: FetchNode;
  /** The name that the subscription's one field has in the answer. */
  responseName: string;
  /** Fetches what an event does not tell; absent when there is nothing of that kind. */
  joint: JointExecution | undefined;
  /** How NATS feeds it; absent when its subgraph is subscribed to. */
  fed: FedSubscription | undefined;
  project: Projection;
  coerce: (variables: Readonly<Tree>) => ReturnType<typeof getVariableValues>;
  errors: ErrorFormatter;
}

/** A subscription whose events the router hears from NATS. */
export interface FedSubscription extends Pick<SplitPrimary, 'toRoot' | 'isSeen'> {
  field: NatsFedField;
  /** What is watched, and which of its events is known already. @throws {PublicError} BAD_USER_INPUT */
  watched(coerced: Readonly<Tree>): { id: string; after: number };
}

/** A subscription, ready to make results of any number of events. */
export class CompiledSubscription {
  private readonly key: string;

  constructor(private readonly parts: SubscriptionParts) {
    this.key = hash('sha256', parts.text, 'base64url');
  }

  get primary(): FetchNode {
    return this.parts.primary;
  }

  get fed(): FedSubscription | undefined {
    return this.parts.fed;
  }

  /** The same text for everybody who subscribes to the same with the same variables. */
  keyOf(variables: Readonly<Tree>): string {
    return `${this.key} ${JSON.stringify(this.parts.variableNames.map((name) => variables[name]))}`;
  }

  /**
   * The variables with the operation's defaults.
   * @throws {PublicError} BAD_USER_INPUT when they are not those that the operation declares.
   */
  coerce(variables: Readonly<Tree>): Tree {
    const { errors, coerced } = this.parts.coerce(variables);
    if (errors) throw new PublicError('BAD_USER_INPUT', errors[0]?.message ?? 'The variables are not valid.');
    return coerced;
  }

  /**
   * Makes a client's result of an event, as JSON: fetches what other subgraphs know, and selects what was asked for.
   * @throws {SubscriptionRefusedError} when nothing can be told of the event, such as when it is not for who subscribed.
   * To leave it out and go on would leave a gap.
   */
  async resolve({ data, errors = [] }: UpstreamEvent, request: SubscriptionRequest): Promise<string> {
    const { serviceName } = this.parts.primary;
    const execution: Execution = {
      ...request,
      root: data ?? {},
      errors: placeRootErrors(errors.map(toGraphqlError), [[]], serviceName),
    };
    if (data?.[this.parts.responseName] != null) await this.complete(execution);
    return this.finish(execution);
  }

  /** The same for an event that was not told by the subgraph itself, which is asked for what it knows. */
  async resolveTold(tells: Tree, request: SubscriptionRequest): Promise<string> {
    const { fed } = this.parts;
    if (!fed) throw new Error('This subscription is not fed by NATS.');
    const execution: Execution = { ...request, root: fed.toRoot(tells), errors: [] };
    await this.complete(execution);
    const [error] = execution.errors;
    if (!fed.isSeen(execution.root)) throw new SubscriptionRefusedError([error ?? notFound()]);
    return this.finish(execution);
  }

  private async complete(execution: Execution): Promise<void> {
    const { joint } = this.parts;
    if (joint) execution.errors.push(...(await joint.complete(execution.root, execution)));
  }

  private finish(execution: Execution): string {
    const { operation, project, responseName } = this.parts;
    this.parts.deny?.(execution);
    const json = execution.errors.length > 0 ? undefined : project(execution.root, execution.coerced);
    if (json !== undefined) return `{"data":${json}}`;
    const { data, errors = [], ...others } = referenceResult(operation, execution);
    if (data?.[responseName] == null && errors.length > 0) throw new SubscriptionRefusedError(errors);
    return withCorrelation({ correlationId: execution.context.requestId }, () =>
      this.formatted({ ...(errors.length > 0 && { errors }), data: data ?? null, ...others }),
    );
  }

  private formatted({ errors, ...result }: ExecutionResult): string {
    const formatted: FormattedExecutionResult = {
      ...(errors && { errors: this.parts.errors.formatAll(errors) }),
      ...result,
    };
    return JSON.stringify(formatted);
  }
}

function notFound(): GraphQLError {
  return toGraphqlError({
    message: 'There is no such thing, or it is not yours to see.',
    extensions: { code: 'NOT_FOUND' },
  });
}
