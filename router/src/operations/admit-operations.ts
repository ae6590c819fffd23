import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Concern } from '../admission/concern.js';
import { refusal } from '../admission/refusal.js';
import { soleOperation } from '../admission/sole-operation.js';
import type { RouterContext } from './router-context.js';

/**
 * Asks what decides about an operation once it is parsed and validated, and hands subscriptions to those who can answer
 * with a stream.
 */
export function admitOperations(admit: Concern): ApolloServerPlugin<RouterContext> {
  const listener: GraphQLRequestListener<RouterContext> = {
    didResolveOperation: async ({ operation, document, request, contextValue: context }) => {
      if (!operation) throw refusal('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation.');
      await admit({ ...soleOperation(document, operation), variables: request.variables ?? {}, context });
    },
    responseForOperation: async ({ operation, document, operationName, request, contextValue }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return null;
      const variables = request.variables ?? {};
      contextValue.takeSubscription?.({ document, operationName: operationName ?? undefined, variables });
      return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult: {} } };
    },
    willSendResponse: async ({ response: { body }, contextValue: { extensions } }) => {
      if (extensions && body.kind === 'single') body.singleResult.extensions = extensions;
    },
  };
  return { requestDidStart: async () => listener };
}
