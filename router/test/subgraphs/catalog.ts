import type { FixtureDefinition } from '../fixture-subgraph.js';

export const catalogTypeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Query {
    variants: [Variant!]
  }

  type Variant @key(fields: "id") {
    id: ID!
    name: String!
    stock: Int
  }
`;

export const catalog: FixtureDefinition = {
  name: 'catalog',
  typeDefs: catalogTypeDefs,
  resolvers: {
    Query: { variants: () => [variant('v1'), variant('v2')] },
    // A variant that was withdrawn is not found any more.
    Variant: { __resolveReference: ({ id }: { id: string }) => (id === 'v9' ? null : variant(id)) },
  },
};

function variant(id: string) {
  return { id, name: `Variant ${id}`, stock: 3 };
}
