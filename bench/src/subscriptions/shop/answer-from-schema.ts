import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, parse } from 'graphql';
import type { Answer } from '../../router/processes/serve-json.js';
import { type SubgraphName, typeDefs } from '../graph/watched-graph.js';
import type { Orders, StatusRow } from './orders.js';

interface Key {
  id: string;
}

type Resolvers = Record<string, Record<string, (source: never, args: never) => unknown>>;

const money = { amountMinor: 4_990, currency: 'EUR' };
const payment = { status: 'CAPTURED', provider: 'STRIPE' };
const shipment = { carrier: 'Camel Express', trackingNumber: 'CE-0001' };

/** A subgraph with little to think about: it must not be what is measured. */
export function answerFromSchema(name: SubgraphName, orders: Orders): Answer {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(typeDefs[name]), resolvers: resolversOf(name, orders) as never },
  ]);
  const documents = new Map<string, DocumentNode>();
  return async (body) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return JSON.stringify(await execute({ schema, document, variableValues: variables }));
  };
}

function resolversOf(name: SubgraphName, orders: Orders): Resolvers {
  const order = ({ id }: Key) => ({ __typename: 'Order', id, number: `SO-${id.slice(-6)}`, total: money });
  switch (name) {
    case 'orders':
      return {
        Query: { order: (_source: never, key: Key) => order(key) },
        Order: { __resolveReference: order, history: ({ id }: Key) => orders.historyOf(id) },
        OrderStatusChange: { order: ({ orderId }: StatusRow) => order({ id: orderId }) },
      };
    case 'payments':
      return { Order: { __resolveReference: ({ id }: Key) => ({ id, payment }) } };
    case 'shipping':
      return { Order: { __resolveReference: ({ id }: Key) => ({ id, shipment }) } };
  }
}
