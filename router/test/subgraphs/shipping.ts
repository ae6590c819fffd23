import type { FixtureContext, FixtureDefinition } from '../fixture-subgraph.js';

export const shippingTypeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Order @key(fields: "id") {
    id: ID!
    shipment: Shipment
  }

  type Shipment {
    carrier: String!
    "Who asked, as this subgraph was told."
    askedBy: String
  }
`;

export const shipping: FixtureDefinition = {
  name: 'shipping',
  typeDefs: shippingTypeDefs,
  resolvers: {
    Order: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      shipment: (_order: unknown, _args: unknown, { caller }: FixtureContext) => ({
        carrier: 'Camel Express',
        askedBy: caller.id ?? null,
      }),
    },
  },
};
