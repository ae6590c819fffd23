import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { CompileOperation } from '../execution/compile-operation.js';
import type { Allowance } from '../identity/allowance.js';
import type { AssertionFor } from '../identity/assertions.js';
import type { Metrics } from '../metrics/metrics.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { createSubscriptionCompiler } from './compile-subscription.js';
import { FedSources } from './fed-sources.js';
import { natsFedFields } from './nats-fed-fields.js';
import { openUpstreams } from './open-upstreams.js';
import { splitQuestions } from './split-questions.js';
import { Subscriptions } from './subscriptions.js';
import { Topics } from './topics.js';

export interface SubscriptionNeeds {
  schemas: SupergraphSchemas;
  subgraphs: Subgraphs;
  askSubgraph: AskSubgraph;
  compileOperation: CompileOperation;
  assertionFor: AssertionFor;
  subscriptionAllowance: Allowance;
  nats: NatsConnection;
  errors: ErrorFormatter;
  metrics: Metrics;
  logger: Logger;
}

export interface OpenSubscriptions {
  subscriptions: Subscriptions;
  close(): Promise<void>;
}

/** The hub with its sources. `close` lets go of the subgraphs and of NATS. */
export function openSubscriptions(needs: SubscriptionNeeds): OpenSubscriptions {
  const { schemas, subgraphs, askSubgraph, assertionFor, subscriptionAllowance: allowance, errors, logger } = needs;
  const upstreams = openUpstreams(subgraphs, logger);
  const fedSources = new FedSources(needs);
  const compile = createSubscriptionCompiler({
    schemas,
    askSubgraph: splitQuestions(askSubgraph),
    errors,
    fields: natsFedFields,
  });
  const topics = new Topics({ upstreamOf: upstreams.of, assertionFor, fedSources });
  return {
    subscriptions: new Subscriptions({ compile, topics, allowance, metrics: needs.metrics }),
    close: async () => {
      upstreams.close();
      await fedSources.close();
    },
  };
}
