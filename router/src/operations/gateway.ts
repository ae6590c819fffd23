import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@souk/kit/observability';
import type { Access } from '../access/access.js';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';
import { denialsOf } from '../access/operation-guard.js';
import { disableVendorTelemetry } from '../config.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import type { Subgraphs } from '../subgraphs/open-subgraphs.js';
import { completeResult } from './complete-result.js';
import type { RouterContext } from './router-context.js';

type Gateway = ApolloServerOptionsWithGateway<RouterContext>['gateway'];

export interface GatewayParts {
  supergraph: GuardedSupergraph;
  access: Access;
  subgraphs: Subgraphs;
  prepared: PreparedOperations;
  logger: Logger;
}

/**
 * Executes queries and mutations. The gateway loads the supergraph and gives the schema; its own executor is asked only
 * for what is not compiled, and that only when nothing of it is denied to the caller: it knows no access rules.
 */
export function createGateway({ supergraph, access, subgraphs, prepared, logger }: GatewayParts): Gateway {
  disableVendorTelemetry();
  const gateway: Gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
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
          const { request, queryHash: hash, document } = gatewayRequest;
          const context = gatewayRequest.context as RouterContext;
          const operation = prepared.get({ hash, document, operationName: request.operationName });
          if (operation) return operation.execute({ variables: request.variables ?? {}, context });
          const errors = denialsOf(gatewayRequest, context.identity.caller, access);
          return errors.length > 0 ? { errors, data: null } : completeResult(await executor(gatewayRequest));
        },
      };
    },
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
}
