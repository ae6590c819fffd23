import type { SubgraphConfig } from '@souk/kit/config';
import type { Logger } from '@souk/kit/observability';
import { type RunningSubgraph, startSubgraph } from '@souk/kit/server';
import { askAccountsToKeepAuditHead } from '@souk/schema/questions/accounts';
import { migrations } from '../migrations/migrations.js';
import { handlers } from './events/handlers.js';
import { publishers } from './events/publishers.js';
import { graph } from './graphql/graph.js';
import { schemas } from './persistence/schemas.js';
import { seedDemoWarehouses } from './seed/seed-demo-warehouses.js';
import { expireReservations } from './workers/expire-reservations.js';
import { reportLowStock } from './workers/report-low-stock.js';
import { tendPools } from './workers/tend-pools.js';

/** Composes and starts inventory. */
export function startInventory(config: SubgraphConfig, logger: Logger): Promise<RunningSubgraph> {
  return startSubgraph({
    name: 'inventory',
    config,
    logger,
    schemas,
    migrations,
    auditHeadKeeper: askAccountsToKeepAuditHead,
    publishers,
    graph,
    handlers,
    workers: [expireReservations, reportLowStock, tendPools],
    // Before the first event: stock that arrives for a warehouse that is not there would open it without a country.
    prepare: async ({ orm }) => {
      if (config.SEED !== 'none') await seedDemoWarehouses(orm.em.fork());
    },
  });
}
