export const operationNames = ['small', 'typical', 'heavy'] as const;
export type OperationName = (typeof operationNames)[number];

export interface Operation {
  name: OperationName;
  query: string;
  /** What a client asks for, each something else: of gateways that share what is under way, the work is measured. */
  variablesOf: (client: number) => Record<string, unknown>;
}

/** How many ask at a time, each anew as soon as it is answered. */
export const clients = 16;

const small = /* GraphQL */ `
  query small($id: ID!) {
    product(id: $id) {
      id
      name
      price {
        amountMinor
        currency
      }
    }
  }
`;

const typical = /* GraphQL */ `
  query typical($first: Int!, $skip: Int!) {
    products(first: $first, skip: $skip) {
      id
      name
      price {
        amountMinor
        currency
      }
      seller {
        name
        country
      }
      stock
      deliveryCostMinor
      averageRating
      reviews(first: 2) {
        rating
        title
        author {
          name
        }
      }
    }
  }
`;

const heavy = /* GraphQL */ `
  query heavy($first: Int!, $skip: Int!) {
    products(first: $first, skip: $skip) {
      id
      name
      slug
      price {
        amountMinor
        currency
      }
      images {
        url
        width
        height
        alt
      }
      variants {
        sku
        name
        price {
          amountMinor
          currency
        }
        attributes {
          name
          value
        }
      }
      seller {
        id
        name
        country
      }
      stock
      deliveryCostMinor
      averageRating
      reviews(first: 8) {
        id
        rating
        title
        postedAt
        author {
          id
          name
          country
        }
      }
    }
  }
`;

/** The same things asked for little, for a page, and for a whole list. */
export const operations: readonly Operation[] = [
  { name: 'small', query: small, variablesOf: (client) => ({ id: `p${client}` }) },
  { name: 'typical', query: typical, variablesOf: (client) => ({ first: 11, skip: client }) },
  { name: 'heavy', query: heavy, variablesOf: (client) => ({ first: 40, skip: client }) },
];

/** An operation as each of the clients sends it. */
export function bodiesOf({ name, query, variablesOf }: Operation): string[] {
  return Array.from({ length: clients }, (_, client) =>
    JSON.stringify({ operationName: name, query, variables: variablesOf(client) }),
  );
}
