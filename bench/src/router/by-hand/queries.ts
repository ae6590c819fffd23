/** What a list of products is asked of each subgraph. */
export interface ListQueries {
  products: string;
  stock: string;
  reviews: string;
  sellers: string;
  authors: string;
}

const entities = (selection: string) => `query($keys: [_Any!]!) { _entities(representations: $keys) { ${selection} } }`;

const price = 'price { amountMinor currency }';
const stock = entities('... on Product { stock deliveryCostMinor }');

export const smallQuery = `query($id: ID!) { product(id: $id) { id name ${price} } }`;

export const typicalQueries: ListQueries = {
  products: `query($first: Int!, $skip: Int!) { products(first: $first, skip: $skip) { id name weightGrams ${price} seller { id } } }`,
  stock,
  reviews: entities('... on Product { averageRating reviews(first: 2) { rating title author { id } } }'),
  sellers: entities('... on User { name country }'),
  authors: entities('... on User { name }'),
};

export const heavyQueries: ListQueries = {
  products: `query($first: Int!, $skip: Int!) { products(first: $first, skip: $skip) {
    id name slug weightGrams ${price} images { url width height alt }
    variants { sku name ${price} attributes { name value } } seller { id } } }`,
  stock,
  reviews: entities('... on Product { averageRating reviews(first: 8) { id rating title postedAt author { id } } }'),
  sellers: entities('... on User { id name country }'),
  authors: entities('... on User { id name country }'),
};
