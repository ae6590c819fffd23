import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import type { TestSubgraph } from '@souk/kit/testing';
import { aProduct, aVariant } from '../../test/builders/a-product.js';
import { createProduct } from '../../test/send.js';
import { startTestCatalog } from '../../test/start-test-catalog.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startTestCatalog();
}, 60_000);
afterAll(() => catalog.stop());

const entities = `query ($references: [_Any!]!) {
  _entities(representations: $references) {
    ... on Product { slug }
    ... on ProductVariant { sku name weightGrams product { slug } price { formatted } }
  }
}`;

test('a product is read without a token, with its variants, prices and pictures', async () => {
  const prices = (amountMinor: number) => [{ currency: 'EUR', amountMinor }];
  const { id, slug } = await createProduct(
    catalog,
    aProduct({
      title: 'Linen Shirt',
      images: [{ url: 'https://images.souk.example/1.jpg', alt: 'A shirt' }],
      attributes: [{ name: 'Material', value: 'Linen' }],
      variants: [
        aVariant({ options: [{ name: 'Size', value: 'S' }], prices: prices(3_900) }),
        aVariant({ options: [{ name: 'Size', value: 'M' }], prices: prices(4_200) }),
      ],
    }),
  );
  const fields = `id slug status images { url alt } attributes { name value }
    variants { name price { amountMinor } inYen: price(currency: "JPY") { amountMinor } }
    priceRange { lowest { formatted } highest { formatted } } inYen: priceRange(currency: "JPY") { lowest { formatted } }`;
  const query = `query ($id: ID!, $slug: String!) { product(slug: $slug) { ${fields} } productById(id: $id) { id } }`;
  const { data } = await catalog.send(anonymous, query, { id, slug });
  expect(data.productById).toEqual({ id });
  expect(data.product).toEqual({
    id,
    slug: 'linen-shirt',
    status: 'ACTIVE',
    images: [{ url: 'https://images.souk.example/1.jpg', alt: 'A shirt' }],
    attributes: [{ name: 'Material', value: 'Linen' }],
    variants: [
      { name: 'Linen Shirt, S', price: { amountMinor: 3_900 }, inYen: null },
      { name: 'Linen Shirt, M', price: { amountMinor: 4_200 }, inYen: null },
    ],
    priceRange: { lowest: { formatted: '€39.00' }, highest: { formatted: '€42.00' } },
    inYen: null,
  });
});

test('what is not there is null, and what is no id is bad input', async () => {
  const query = 'query ($id: ID!) { product(slug: "nothing") { id } productById(id: $id) { id } }';
  expect((await catalog.send(anonymous, query, { id: newId() })).data).toEqual({ product: null, productById: null });
  expect((await catalog.send(anonymous, query, { id: 'x' })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('other subgraphs find products and variants by their ids, in their order, and null for what is not there', async () => {
  const { id, variants } = await createProduct(
    catalog,
    aProduct({ title: 'Entity', variants: [aVariant({ sku: 'ENTITY' })] }),
  );
  const references = [
    { __typename: 'ProductVariant', id: newId() },
    { __typename: 'ProductVariant', id: variants[0].id },
    { __typename: 'Product', id },
    { __typename: 'Product', id: 'nonsense' },
  ];
  const { data } = await catalog.send(anonymous, entities, { references });
  expect(data._entities).toEqual([
    null,
    { sku: 'ENTITY', name: 'Entity', weightGrams: 300, product: { slug: 'entity' }, price: { formatted: '€12.50' } },
    { slug: 'entity' },
    null,
  ]);
});
