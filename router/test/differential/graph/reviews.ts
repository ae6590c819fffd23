/** Adds reviews to all media through the interface, and names to users where it has them at hand. */
export const reviews = /* GraphQL */ `
  type Query {
    latest(limit: Int): [Review!]
    topMedia: Media
  }

  type Media @key(fields: "id") @interfaceObject {
    id: ID!
    reviews(limit: Int = 2): [Review!]
    score: Float!
  }

  type Product @key(fields: "id") {
    id: ID!
    reviews(limit: Int = 2): [Review!]!
    best: Review! @provides(fields: "author { name }")
    stars: Float @override(from: "catalog")
  }

  type Review @key(fields: "id") {
    id: ID!
    body: String!
    stars: Int
    author: User
    about: Subject
  }

  union Subject = Product | User

  type User @key(fields: "id") {
    id: ID!
    name: String! @external
    reviews: [Review!]
  }
`;
