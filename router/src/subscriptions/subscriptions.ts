import type { Allowance } from '../identity/allowance.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AdmittedSubscription, RouterContext } from '../operations/router-context.js';
import { unavailable } from '../subgraphs/subgraph-errors.js';
import type { CompileSubscription } from './compile-subscription.js';
import type { ResultStream } from './result-stream.js';
import { Stream } from './stream.js';
import type { Topics } from './topics.js';

export interface HubParts {
  compile: CompileSubscription;
  topics: Topics;
  allowance: Allowance;
  metrics: Pick<Metrics, 'subscriptions' | 'deliveries'>;
}

/** All subscriptions of this router, whatever way their clients came in. Those to the same share one source. */
export class Subscriptions {
  private readonly streams = new Set<Stream>();
  private isEnding = false;

  constructor(private readonly parts: HubParts) {}

  /** @throws {PublicError | GraphQLError} for what cannot be subscribed to. */
  start({ document, operationName, variables }: AdmittedSubscription, context: RouterContext): ResultStream {
    if (this.isEnding) throw unavailable();
    const { compile, topics, allowance, metrics } = this.parts;
    const compiled = compile(document, operationName, context.identity.caller);
    const topic = topics.hearingOf({ compiled, variables, coerced: compiled.coerce(variables) }, context);
    const giveBack = allowance.take(context.identity, context.address ?? '');
    const onOver = () => {
      this.streams.delete(stream);
      metrics.subscriptions.dec();
      giveBack();
    };
    const { deliveries } = metrics;
    const stream = new Stream({ context: lastingContext(context), topic, deliveries, onOver });
    this.streams.add(stream);
    metrics.subscriptions.inc();
    return stream;
  }

  /** Cuts every stream short, and takes no new ones: clients come back to another process, or to the next one here. */
  endAll(): void {
    this.isEnding = true;
    for (const stream of [...this.streams]) stream.cut();
  }
}

/** What is fetched in the name of one is for all who listen to the same: it must not end because that one leaves. */
function lastingContext({ identity, requestId, address = '' }: RouterContext): RouterContext {
  return { identity, requestId, address };
}
