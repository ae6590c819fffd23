import type { AssertionFor } from '../identity/assertions.js';
import type { RouterContext } from '../operations/router-context.js';
import type { CompiledSubscription, FedSubscription } from './compiled-subscription.js';
import type { EventSink } from './event-sink.js';
import type { FedSources } from './fed-sources.js';
import { scopeOf } from './scope.js';
import { SequencedTopic } from './sequenced-topic.js';
import type { SubscriptionRequest } from './subscription-request.js';
import { type Listener, Topic } from './topic.js';
import type { Upstream, UpstreamEvent } from './upstream.js';

export interface TopicSources {
  upstreamOf: (subgraph: string) => Upstream;
  assertionFor: AssertionFor;
  fedSources: FedSources;
}

/** What somebody subscribed to, apart from who it is. */
export interface Wish extends Omit<SubscriptionRequest, 'context'> {
  compiled: CompiledSubscription;
}

export interface Hearing {
  join(listener: Listener): void;
  leave(listener: Listener): void;
}

/** What is listened to at the moment. Whoever wishes the same, and may see the same, hears the same. */
export class Topics {
  private readonly told = new Map<string, Topic<UpstreamEvent>>();
  private readonly fed = new Map<string, SequencedTopic>();

  constructor(private readonly sources: TopicSources) {}

  /** @throws {PublicError} BAD_USER_INPUT when the wish makes no sense. */
  hearingOf(wish: Wish, { identity }: RouterContext): () => Hearing {
    const { compiled, variables, coerced } = wish;
    const key = `${scopeOf(identity)} ${compiled.keyOf(variables)}`;
    const { fed } = compiled;
    if (!fed) return () => this.upstreamTopicOf(key, wish);
    const { id, after } = fed.watched(coerced);
    return () => {
      const topic = entryOf(this.fed, key, () => this.fedTopic(key, id, wish, fed));
      return { join: (listener) => topic.join(listener, after), leave: (listener) => topic.leave(listener) };
    };
  }

  /** A subgraph may begin with what has happened so far: whoever comes after its first event needs a topic of their own. */
  private upstreamTopicOf(key: string, wish: Wish): Topic<UpstreamEvent> {
    const present = this.told.get(key);
    if (present && !present.isUnderWay) return present;
    const topic = this.upstreamTopic(key, wish);
    this.told.set(key, topic);
    return topic;
  }

  private upstreamTopic(key: string, wish: Wish): Topic<UpstreamEvent> {
    const { compiled, variables, coerced } = wish;
    const topic: Topic<UpstreamEvent> = new Topic({
      open: (sink, context) => this.listen(wish, sink, context),
      resolve: (event, context) => compiled.resolve(event, { context, variables, coerced }),
      onOver: () => {
        if (this.told.get(key) === topic) this.told.delete(key);
      },
    });
    return topic;
  }

  private fedTopic(key: string, id: string, wish: Wish, { field }: FedSubscription): SequencedTopic {
    const { compiled, variables, coerced } = wish;
    const { feed, history } = this.sources.fedSources.of(field);
    return new SequencedTopic({
      listen: (topic) =>
        feed.listen(id, { hear: (data) => topic.hear(field.toEvent(data)), doubt: () => topic.doubt() }),
      readHistory: (context) => history.read(id, context),
      resolve: ({ tells }, context) => compiled.resolveTold(tells, { context, variables, coerced }),
      onOver: () => this.fed.delete(key),
    });
  }

  private async listen(
    { compiled: { primary }, variables }: Wish,
    sink: EventSink<UpstreamEvent>,
    { identity, requestId }: RouterContext,
  ): Promise<() => void> {
    const { serviceName, operation, variableUsages = [] } = primary;
    const assertion = await this.sources.assertionFor(identity, serviceName);
    const payload = {
      query: operation,
      variables: usedVariables(variableUsages, variables),
      extensions: { assertion, requestId },
    };
    return this.sources.upstreamOf(serviceName).subscribe(payload, sink);
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** As the gateway does it: what the client sent goes on as it is; the subgraph knows the defaults. */
function usedVariables(names: readonly string[], variables: SubscriptionRequest['variables']): Record<string, unknown> {
  const used = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(used.map((name) => [name, variables[name]]));
}
