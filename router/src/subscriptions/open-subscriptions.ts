import type { Logger } from '@souk/kit/observability';
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
  errors: ErrorFormatter;
  logger: Logger;
}

/** The hub with its sources. `close` lets go of the subgraphs. */
export function openSubscriptions({
  schemas,
  subgraphs,
  askSubgraph,
  assertionFor,
  errors,
  logger,
}: SubscriptionNeeds) {
  const upstreams = openUpstreams(subgraphs, logger);
  const compile = createSubscriptionCompiler({ schemas, askSubgraph: batchEntities(askSubgraph), errors });
  const subscriptions = new Subscriptions({ compile, upstreamOf: upstreams.of, assertionFor });
  return { subscriptions, close: () => upstreams.close() };
}
