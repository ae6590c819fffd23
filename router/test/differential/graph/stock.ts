/** Knows products by the compound key alone, and computes from what the catalogue knows. */
export const stock = /* GraphQL */ `
  type Query {
    warehouses(city: String): [Warehouse]
  }

  type Mutation {
    restock(sku: String!): Warehouse
  }

  type Product @key(fields: "sku region { code }") {
    sku: String!
    region: Region!
    price: Float @external
    weight: Int @external
    dimensions: Dimensions @external
    tags: [String!]! @external
    inStock: Boolean!
    shipping(express: Boolean! = false): String @requires(fields: "price weight dimensions { width height }")
    labels: [String] @requires(fields: "tags")
    warehouse: Warehouse
    rows: [[Cell!]!]! @shareable
    plan: [[Point!]!]! @external
    layout: String @requires(fields: "plan { x }")
  }

  type Region @shareable {
    code: String!
    label: String
  }

  type Dimensions @shareable {
    width: Int!
    height: Int
  }

  type Point {
    x: Int @external
  }

  type Cell {
    b: String
  }

  type Warehouse @key(fields: "id") {
    id: ID!
    city: String
    products: [Product!]!
    shelves: [[Shelf]!]!
  }

  type Shelf @key(fields: "id") {
    id: ID!
    level: Int
  }
`;
