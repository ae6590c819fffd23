import type { SubgraphConfig } from '@souk/kit/config';
import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import { answerVariants } from './answers/variants.js';
import { publishers } from './events/publishers.js';
import { graph } from './graphql/graph.js';
import { schemas } from './persistence/schemas.js';
import { seedDemoCatalog, seedKnownProducts } from './seed/seed-demo-catalog.js';

/** Composes and starts catalog. */
export async function startCatalog(config: SubgraphConfig, logger: Logger): Promise<RunningSubgraph> {
  return startSubgraph({
    name: 'catalog',
    config,
    logger,
    schemas,
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers,
    graph,
    answers: [answerVariants],
    seed: ({ orm }) => (config.SEED === 'small' ? seedKnownProducts(orm.em) : seedDemoCatalog(orm.em)),
  });
}
