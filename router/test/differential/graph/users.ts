/** Owns users, and a part of shelves and brands. */
export const users = /* GraphQL */ `
  type Query {
    me: User
    users(ids: [ID!]!): [User]!
    everyone: Everyone
  }

  type Mutation {
    rename(input: RenameInput!): User!
  }

  input RenameInput {
    id: ID!
    name: String!
    tags: [[String]]
  }

  type User @key(fields: "id") {
    id: ID!
    name: String! @shareable
    email: String
    address: Address
    favourites: [Product]
  }

  type Address {
    street: String!
    region: Region!
  }

  type Region @shareable {
    code: String!
    label: String
  }

  type Product @key(fields: "id", resolvable: false) {
    id: ID!
  }

  type Everyone {
    users: [User!]
    query: Query!
  }

  type Shelf @key(fields: "id") {
    id: ID!
    keeper: User
  }

  type Brand @key(fields: "id") {
    id: ID!
    owner: User
    slogan(language: Language = EN): String!
  }

  enum Language {
    EN
    DE
  }
`;
