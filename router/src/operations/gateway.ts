import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@souk/kit/observability';
import { disableVendorTelemetry } from '../config.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { completeResult } from './complete-result.js';
import type { RouterContext } from './router-context.js';

type Gateway = ApolloServerOptionsWithGateway<RouterContext>['gateway'];

/** Plans and executes queries and mutations. Another executor would take its place here. */
export function createGateway(supergraphSdl: string, subgraphs: Subgraphs, logger: Logger): Gateway {
  disableVendorTelemetry();
  const gateway: Gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => subgraphs.get(name),
    __exposeQueryPlanExperimental: false,
    logger,
  });
  return {
    load: async (options) => {
      const { executor } = await gateway.load(options);
      if (!executor) throw new Error('The gateway has no executor.');
      return { executor: async (request) => completeResult(await executor(request)) };
    },
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
}
