import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** The parts of a graph whose orders are watched, by the name of their subgraph. */
export const typeDefs = {
  orders: /* GraphQL */ `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

    type Query {
      order(id: ID!): Order
    }

    type Subscription {
      orderStatusChanged(orderId: ID!, afterSequence: Int): OrderStatusChange!
    }

    type OrderStatusChange {
      sequence: Int!
      status: String!
      occurredAt: String!
      order: Order!
    }

    type Order @key(fields: "id") {
      id: ID!
      number: String!
      total: Money!
      history(afterSequence: Int! = 0): [OrderStatusChange!]!
    }

    type Money {
      amountMinor: Int!
      currency: String!
    }
  `,
  payments: /* GraphQL */ `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

    type Query {
      payments: [Payment!]
    }

    type Mutation {
      signIn(email: String!, password: String!): Boolean
    }

    type Order @key(fields: "id") {
      id: ID!
      payment: Payment
    }

    type Payment {
      status: String!
      provider: String!
    }
  `,
  shipping: /* GraphQL */ `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

    type Query {
      carriers: [String!]
    }

    type Order @key(fields: "id") {
      id: ID!
      shipment: Shipment
    }

    type Shipment {
      carrier: String!
      trackingNumber: String
    }
  `,
};
export type SubgraphName = keyof typeof typeDefs;

/** What every client watches: an order, with what all three subgraphs know of it. */
export const watchOrder = /* GraphQL */ `
  subscription WatchOrder($orderId: ID!, $afterSequence: Int) {
    orderStatusChanged(orderId: $orderId, afterSequence: $afterSequence) {
      sequence
      status
      occurredAt
      order {
        id
        number
        total {
          amountMinor
          currency
        }
        payment {
          status
        }
        shipment {
          carrier
          trackingNumber
        }
      }
    }
  }
`;

/** @throws {AggregateError} when the parts do not fit together. */
export function composeWatchedGraph(urls: Readonly<Record<string, string>>): string {
  const services = Object.entries(typeDefs).map(([name, text]) => ({ name, url: urls[name], typeDefs: parse(text) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], 'The graph of this bench does not compose.');
  return supergraphSdl;
}
