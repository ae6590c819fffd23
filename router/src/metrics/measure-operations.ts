import type { ApolloServerPlugin } from '@apollo/server';
import type { PublicErrorCode } from '@souk/kit/domain';
import type { RouterContext } from '../operations/router-context.js';
import { clientNameHeader, clientVersionHeader } from './client-headers.js';
import type { Metrics } from './metrics.js';

/** Measures what Apollo Server answers, refusals included. */
export function measureOperations({ requests, clients, refusals }: Metrics): ApolloServerPlugin<RouterContext> {
  return {
    invalidRequestWasReceived: async () => refusals({ code: 'BAD_REQUEST' satisfies PublicErrorCode }).add(),
    requestDidStart: async ({ request: { http }, contextValue: { way = 'http' } }) => {
      const startedAtMs = performance.now();
      if (http) clients.record(http.headers.get(clientNameHeader), http.headers.get(clientVersionHeader));
      return {
        willSendResponse: async ({ operationName, response: { body } }) => {
          requests.record(operationName ?? undefined, way, startedAtMs);
          const { data, errors: [error] = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
          if (data === undefined && error) refusals({ code: String(error.extensions?.['code']) }).add();
        },
      };
    },
  };
}
