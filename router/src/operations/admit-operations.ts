import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import type { PublicErrorCode } from '@souk/kit/domain';
import { validateText } from '@souk/kit/graphql';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { RouterContext } from './router-context.js';

/**
 * Decides about an operation once it is parsed and validated, whatever way it came in, and hands subscriptions to those
 * who can answer with a stream. Limits that hold for every way in belong here.
 */
export function admitOperations(): ApolloServerPlugin<RouterContext> {
  const listener: GraphQLRequestListener<RouterContext> = {
    didResolveOperation: async ({ operation, document, request, contextValue }) => {
      if (!operation) throw refusal('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation.');
      const [unsoundText] = validateText(document, request.variables);
      if (unsoundText) throw unsoundText;
      if (operation.operation === OperationTypeNode.SUBSCRIPTION && !contextValue.takeSubscription) throw needsStream();
      if (operation.operation === OperationTypeNode.MUTATION && contextValue.isReadOnly)
        throw refusal('BAD_REQUEST', 'A mutation must be sent by POST.');
    },
    responseForOperation: async ({ operation, document, operationName, request, contextValue }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return null;
      const variables = request.variables ?? {};
      contextValue.takeSubscription?.({ document, operationName: operationName ?? undefined, variables });
      return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult: {} } };
    },
  };
  return { requestDidStart: async () => listener };
}

function needsStream(): GraphQLError {
  return refusal(
    'BAD_REQUEST',
    'A subscription is answered by a stream: connect to this address with the graphql-transport-ws protocol over ' +
      'WebSocket, or send the same POST with the header "Accept: text/event-stream".',
  );
}

function refusal(code: PublicErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
