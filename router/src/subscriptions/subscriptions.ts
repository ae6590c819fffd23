import type { AssertionFor } from '../identity/assertions.js';
import type { AdmittedSubscription, RouterContext } from '../operations/router-context.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import { EventQueue } from './event-queue.js';
import type { EventRequest, ExecuteEvent } from './execute-event.js';
import type { PlanSubscription, SubscriptionPlan } from './plan-subscription.js';
import { type ResultStream, resultsOf } from './result-stream.js';
import type { Upstream, UpstreamEvent } from './upstream.js';
import { requireValidVariables } from './variables.js';

export interface SubscriptionParts {
  plan: PlanSubscription;
  executeEvent: ExecuteEvent;
  upstreamOf: (subgraph: string) => Upstream;
  assertionFor: AssertionFor;
}

type Queue = EventQueue<UpstreamEvent>;

const waitingEventsLimit = 100;

/** All subscriptions of this router, whatever way their clients came in. */
export class Subscriptions {
  private readonly open = new Set<Queue>();
  private isEnding = false;

  constructor(private readonly parts: SubscriptionParts) {}

  /**
   * Subscribes at the subgraph that owns the field, and completes each of its events with what other subgraphs know.
   * @param onOverflow called when the client does not keep up; the stream is over then.
   * @throws {PublicError} for what cannot be subscribed to.
   */
  async start(
    subscription: AdmittedSubscription,
    context: RouterContext,
    onOverflow: () => void,
  ): Promise<ResultStream> {
    if (this.isEnding) throw unavailable();
    const plan = this.parts.plan(subscription.document, subscription.operationName);
    requireValidVariables(plan.operationContext, subscription.variables);
    const queue = await this.listen(plan, { context, variables: subscription.variables }, onOverflow);
    return resultsOf(queue, (event) =>
      this.parts.executeEvent(plan, event, { context, variables: subscription.variables }),
    );
  }

  /** Completes every stream, and takes no new ones; what has already happened is still told. */
  endAll(): void {
    this.isEnding = true;
    for (const queue of this.open) queue.end();
  }

  private async listen(plan: SubscriptionPlan, request: EventRequest, onOverflow: () => void): Promise<Queue> {
    const { serviceName, operation } = plan.primary;
    const { identity, requestId } = request.context;
    const assertion = await this.parts.assertionFor(identity, serviceName);
    const payload = {
      query: operation,
      variables: usedVariables(plan, request.variables),
      extensions: { assertion, requestId },
    };
    let unsubscribe: (() => void) | undefined;
    const onOver = () => {
      this.open.delete(queue);
      unsubscribe?.();
    };
    const queue: Queue = new EventQueue({ limit: waitingEventsLimit, onOverflow, onOver });
    unsubscribe = this.parts.upstreamOf(serviceName).subscribe(payload, queue);
    this.open.add(queue);
    return queue;
  }
}

/** As the gateway does it: what the client sent goes on as it is; the subgraph knows the defaults. */
function usedVariables({ primary }: SubscriptionPlan, variables: Record<string, unknown>): Record<string, unknown> {
  const used = (primary.variableUsages ?? []).filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(used.map((name) => [name, variables[name]]));
}
