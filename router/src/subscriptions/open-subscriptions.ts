import type { Logger } from '@souk/kit/observability';
import type { Allowance } from '../identity/allowance.js';
import type { AssertionFor } from '../identity/assertions.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { batchEntities } from './batch-entities.js';
import { createSubscriptionCompiler } from './compile-subscription.js';
import { openUpstreams } from './open-upstreams.js';
import { Subscriptions } from './subscriptions.js';

export interface SubscriptionNeeds {
  schemas: SupergraphSchemas;
  subgraphs: Subgraphs;
  askSubgraph: AskSubgraph;
  assertionFor: AssertionFor;
  subscriptionAllowance: Allowance;
  errors: ErrorFormatter;
  logger: Logger;
}

export interface OpenSubscriptions {
  subscriptions: Subscriptions;
  close(): void;
}

/** The hub with its sources. `close` lets go of the subgraphs. */
export function openSubscriptions(needs: SubscriptionNeeds): OpenSubscriptions {
  const { schemas, subgraphs, askSubgraph, assertionFor, subscriptionAllowance: allowance, errors, logger } = needs;
  const upstreams = openUpstreams(subgraphs, logger);
  const compile = createSubscriptionCompiler({ schemas, askSubgraph: batchEntities(askSubgraph), errors });
  const subscriptions = new Subscriptions({ compile, upstreamOf: upstreams.of, assertionFor, allowance });
  return { subscriptions, close: () => upstreams.close() };
}
