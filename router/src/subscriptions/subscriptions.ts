import type { Allowance } from '../identity/allowance.js';
import type { AssertionFor } from '../identity/assertions.js';
import type { AdmittedSubscription, RouterContext } from '../operations/router-context.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { CompileSubscription } from './compile-subscription.js';
import type { CompiledSubscription, SubscriptionRequest } from './compiled-subscription.js';
import type { EventSink } from './event-sink.js';
import type { ResultStream } from './result-stream.js';
import { scopeOf } from './scope.js';
import { Stream } from './stream.js';
import { Topic } from './topic.js';
import type { Upstream, UpstreamEvent } from './upstream.js';

export interface HubParts {
  compile: CompileSubscription;
  upstreamOf: (subgraph: string) => Upstream;
  assertionFor: AssertionFor;
  allowance: Allowance;
}

/** What somebody subscribed to, apart from who it is. */
interface Wish {
  compiled: CompiledSubscription;
  variables: Record<string, unknown>;
  coerced: SubscriptionRequest['coerced'];
}

/** All subscriptions of this router, whatever way their clients came in. Those to the same share one source. */
export class Subscriptions {
  private readonly topics = new Map<string, Topic<UpstreamEvent>>();
  private readonly streams = new Set<Stream>();
  private isEnding = false;

  constructor(private readonly parts: HubParts) {}

  /** @throws {PublicError} for what cannot be subscribed to. */
  start({ document, operationName, variables }: AdmittedSubscription, context: RouterContext): ResultStream {
    if (this.isEnding) throw unavailable();
    const compiled = this.parts.compile(document, operationName);
    const wish = { compiled, variables, coerced: compiled.coerce(variables) };
    const giveBack = this.parts.allowance.take(context.identity, context.address ?? '');
    const onOver = () => {
      this.streams.delete(stream);
      giveBack();
    };
    const stream = new Stream({ context, topic: () => this.topicOf(wish, context), onOver });
    this.streams.add(stream);
    return stream;
  }

  /** Cuts every stream short, and takes no new ones: clients come back to another process, or to the next one here. */
  endAll(): void {
    this.isEnding = true;
    for (const stream of [...this.streams]) stream.cut();
  }

  private topicOf(wish: Wish, { identity }: RouterContext): Topic<UpstreamEvent> {
    const key = `${scopeOf(identity)} ${wish.compiled.keyOf(wish.variables)}`;
    const topic = this.topics.get(key) ?? this.newTopic(key, wish);
    this.topics.set(key, topic);
    return topic;
  }

  private newTopic(key: string, wish: Wish): Topic<UpstreamEvent> {
    const { compiled, variables, coerced } = wish;
    return new Topic({
      open: (sink, context) => this.listen(wish, sink, context),
      resolve: (event, context) => compiled.resolve(event, { context, variables, coerced }),
      onOver: () => this.topics.delete(key),
    });
  }

  private async listen(
    { compiled: { primary }, variables }: Wish,
    sink: EventSink<UpstreamEvent>,
    { identity, requestId }: RouterContext,
  ): Promise<() => void> {
    const { serviceName, operation, variableUsages = [] } = primary;
    const assertion = await this.parts.assertionFor(identity, serviceName);
    const payload = {
      query: operation,
      variables: usedVariables(variableUsages, variables),
      extensions: { assertion, requestId },
    };
    return this.parts.upstreamOf(serviceName).subscribe(payload, sink);
  }
}

/** As the gateway does it: what the client sent goes on as it is; the subgraph knows the defaults. */
function usedVariables(names: readonly string[], variables: Record<string, unknown>): Record<string, unknown> {
  const used = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(used.map((name) => [name, variables[name]]));
}
