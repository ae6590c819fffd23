/** Owns products: with two keys, one compound and nested; interfaces, a union, lists of lists, hidden fields. */
export const catalog = /* GraphQL */ `
  type Query {
    products(first: Int = 2, kind: Kind): [Product!]!
    product(id: ID!): Product
    node(id: ID!): Node
    search(filter: Filter!): [Result]
    media: [Media!]!
    matrix: [[Product]]
    secrets: String @inaccessible
  }

  type Mutation {
    renameProduct(id: ID!, name: String!): Product
    clear: Boolean
  }

  scalar JSON

  enum Kind {
    TOOL
    TOY
    SECRET @inaccessible
  }

  input Filter {
    text: String!
    limit: Int = 3
    kinds: [Kind!]
  }

  interface Node {
    id: ID!
  }

  union Result = Product | Brand | Book

  interface Media @key(fields: "id") {
    id: ID!
    title: String!
    brand: Brand
  }

  type Book implements Media @key(fields: "id") {
    id: ID!
    title: String!
    brand: Brand
    pages: Int
    size: Int
  }

  type Film implements Media @key(fields: "id") {
    id: ID!
    title: String!
    brand: Brand
    minutes: Int!
    size: String
  }

  type Product implements Node @key(fields: "id") @key(fields: "sku region { code }") {
    id: ID!
    sku: String!
    region: Region!
    name(upper: Boolean): String!
    kind: Kind
    kinds: [Kind!]
    meta: JSON
    brand: Brand!
    price: Float
    weight: Int
    dimensions: Dimensions
    margin: Int @inaccessible
    related(first: Int!): [Product!]
    tags: [String!]!
    rows: [[Cell!]!]! @shareable
    plan: [[Point!]!]!
    stars: Float
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
    x: Int
    y: Int
  }

  type Cell {
    a: Int
  }

  type Brand implements Node @key(fields: "id") {
    id: ID!
    title: String
    products: [Product!]
    rival: Brand
  }
`;
