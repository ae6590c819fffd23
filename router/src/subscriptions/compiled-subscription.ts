import { hash } from 'node:crypto';
import type { Operation } from '@apollo/federation-internals';
import type { FetchNode } from '@apollo/query-planner';
import { PublicError, type PublicErrorCode } from '@souk/kit/domain';
import type { ExecutionResult, FormattedExecutionResult, getVariableValues } from 'graphql';
import type { Execution, ExecutionRequest, Step, Tree } from '../execution/execution.js';
import { placeRootErrors } from '../execution/plan/fetch-errors.js';
import type { Projection } from '../execution/projection/compile-projection.js';
import { referenceResult } from '../execution/reference-result.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import { toGraphqlError } from '../subgraphs/subgraph-errors.js';
import { SubscriptionRefusedError } from './subscription-refused.error.js';
import type { UpstreamEvent } from './upstream.js';

export interface SubscriptionParts {
  /** What was compiled: the same text for each way of laying it out. */
  text: string;
  /** The names of the variables that the operation declares. */
  variableNames: readonly string[];
  /** As the planner takes it. */
  operation: Operation;
  /** What the subgraph that owns the subscription is asked. */
  primary: FetchNode;
  /** The name that the subscription's one field has in the answer. */
  responseName: string;
  /** Fetches what an event does not tell; absent when there is nothing of that kind. */
  rest: Step | undefined;
  project: Projection;
  coerce: (variables: Readonly<Tree>) => ReturnType<typeof getVariableValues>;
  errors: ErrorFormatter;
}

/** What is the same for all events of a subscription. */
export type SubscriptionRequest = ExecutionRequest & Pick<Execution, 'coerced'>;

/** Codes by which a subgraph says that an event is not for who subscribed, or not any more. */
const codesOfRefusal: ReadonlySet<unknown> = new Set<PublicErrorCode>(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** A subscription, ready to make results of any number of events. */
export class CompiledSubscription {
  private readonly key: string;

  constructor(private readonly parts: SubscriptionParts) {
    this.key = hash('sha256', parts.text, 'base64url');
  }

  get primary(): FetchNode {
    return this.parts.primary;
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
   * @throws {SubscriptionRefusedError} when the event is not for who subscribed.
   */
  async resolve({ data, errors = [] }: UpstreamEvent, request: SubscriptionRequest): Promise<string> {
    const { primary, responseName, rest } = this.parts;
    if (data?.[responseName] == null && errors.some(({ extensions }) => codesOfRefusal.has(extensions?.['code'])))
      throw new SubscriptionRefusedError(errors);
    const own = placeRootErrors(errors.map(toGraphqlError), [[]], primary.serviceName);
    const execution: Execution = { ...request, root: data ?? {}, errors: own };
    if (rest && data) await rest(execution);
    return this.finish(execution);
  }

  private finish(execution: Execution): string {
    const { operation, project } = this.parts;
    const data = execution.errors.length > 0 ? undefined : project(execution.root, execution.coerced);
    return data === undefined ? this.formatted(referenceResult(operation, execution)) : `{"data":${data}}`;
  }

  private formatted({ errors, ...result }: ExecutionResult): string {
    const formatted: FormattedExecutionResult = {
      ...(errors && { errors: this.parts.errors.formatAll(errors) }),
      ...result,
    };
    return JSON.stringify(formatted);
  }
}
