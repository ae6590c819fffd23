import { deliveryCostMinor, productOf, userOf } from './goods.js';

/** One of the subgraphs: its part of the graph, and what it knows of a thing by its key. */
export interface SubgraphPart {
  name: string;
  typeDefs: string;
  entities: Record<string, (key: { id: string }) => object>;
}

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imports})`;

const catalog: SubgraphPart = {
  name: 'catalog',
  typeDefs: /* GraphQL */ `
    ${link('["@key"]')}

    type Query {
      products(first: Int!, skip: Int!): [Product!]!
      product(id: ID!): Product
    }

    type Product @key(fields: "id") {
      id: ID!
      name: String!
      slug: String!
      weightGrams: Int!
      price: Money!
      images: [Image!]!
      variants: [Variant!]!
      seller: User!
    }

    type Money {
      amountMinor: Int!
      currency: String!
    }

    type Image {
      url: String!
      width: Int!
      height: Int!
      alt: String!
    }

    type Variant {
      sku: ID!
      name: String!
      price: Money!
      attributes: [Attribute!]!
    }

    type Attribute {
      name: String!
      value: String!
    }

    type User @key(fields: "id", resolvable: false) {
      id: ID!
    }
  `,
  entities: { Product: ({ id }) => productOf(id) },
};

const inventory: SubgraphPart = {
  name: 'inventory',
  typeDefs: /* GraphQL */ `
    ${link('["@key", "@external", "@requires"]')}

    type Product @key(fields: "id") {
      id: ID!
      weightGrams: Int! @external
      stock: Int!
      deliveryCostMinor: Int! @requires(fields: "weightGrams")
    }
  `,
  entities: { Product: stockOf },
};

const reviews: SubgraphPart = {
  name: 'reviews',
  typeDefs: /* GraphQL */ `
    ${link('["@key"]')}

    type Product @key(fields: "id") {
      id: ID!
      averageRating: Float!
      reviews(first: Int!): [Review!]!
    }

    type Review {
      id: ID!
      rating: Int!
      title: String!
      postedAt: String!
      author: User!
    }

    type User @key(fields: "id", resolvable: false) {
      id: ID!
    }
  `,
  entities: { Product: ({ id }) => productOf(id) },
};

const accounts: SubgraphPart = {
  name: 'accounts',
  typeDefs: /* GraphQL */ `
    ${link('["@key"]')}

    type User @key(fields: "id") {
      id: ID!
      name: String!
      country: String!
    }
  `,
  entities: { User: ({ id }) => userOf(id) },
};

export const subgraphParts: readonly SubgraphPart[] = [catalog, inventory, reviews, accounts];

/** Knows the weight only from who asks, as `@requires` says. */
function stockOf(key: { id: string; weightGrams?: number }): object {
  const { id, stock } = productOf(key.id);
  return { id, stock, deliveryCostMinor: deliveryCostMinor(key.weightGrams ?? Number.NaN) };
}
