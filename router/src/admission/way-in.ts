import { OperationTypeNode } from 'graphql';
import type { Concern } from './concern.js';
import { refusal } from './refusal.js';

/** A subscription needs a way in that can answer with a stream. */
export const requireStream: Concern = ({ definition, context }) => {
  if (definition.operation !== OperationTypeNode.SUBSCRIPTION || context.takeSubscription) return;
  throw refusal(
    'BAD_REQUEST',
    'A subscription is answered by a stream: connect to this address with the graphql-transport-ws protocol over ' +
      'WebSocket, or send the same POST with the header "Accept: text/event-stream".',
  );
};

/** A mutation must not come as an address alone, which any page can make a browser call. */
export const requirePost: Concern = ({ definition, context }) => {
  if (definition.operation !== OperationTypeNode.MUTATION || !context.isReadOnly) return;
  throw refusal('BAD_REQUEST', 'A mutation must be sent by POST.');
};
