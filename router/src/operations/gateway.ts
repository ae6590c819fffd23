import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@souk/kit/observability';
import { disableVendorTelemetry } from '../config.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { completeResult } from './complete-result.js';
import type { RouterContext } from './router-context.js';

type Gateway = ApolloServerOptionsWithGateway<RouterContext>['gateway'];

export interface GatewayParts {
  supergraphSdl: string;
  subgraphs: Subgraphs;
  prepared: PreparedOperations;
  logger: Logger;
}

/**
 * Executes queries and mutations. The gateway loads the supergraph and gives the schema; its own executor is asked only
 * for what is not compiled.
 */
export function createGateway({ supergraphSdl, subgraphs, prepared, logger }: GatewayParts): Gateway {
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
      return {
        executor: async (gatewayRequest) => {
          const { request, context, queryHash: hash, document } = gatewayRequest;
          const operation = prepared.get({ hash, document, operationName: request.operationName });
          if (!operation) return completeResult(await executor(gatewayRequest));
          return operation.execute({ variables: request.variables ?? {}, context: context as RouterContext });
        },
      };
    },
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
}
