import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, aStaffMember, type TestSubgraph } from '@souk/kit/testing';
import { aProduct, aVariant } from '../../test/builders/a-product.js';
import { createProduct, merchandiser, published } from '../../test/send.js';
import { startTestCatalog } from '../../test/start-test-catalog.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startTestCatalog();
}, 60_000);
afterAll(() => catalog.stop());

const create = `mutation ($input: CreateProductInput!) {
  createProduct(input: $input) { product { id slug } userErrors { code path } }
}`;
const update = `mutation ($input: UpdateProductInput!) {
  updateProduct(input: $input) { product { title brand slug version variants { name weightGrams } } userErrors { code } }
}`;
const withdraw = `mutation ($input: WithdrawProductInput!) {
  withdrawProduct(input: $input) { product { status } userErrors { code } }
}`;
const addVariant = `mutation ($input: AddVariantInput!) {
  addVariant(input: $input) { variant { id name price { amountMinor } product { version } } userErrors { code } }
}`;
const setPrices = `mutation ($input: SetPricesInput!) {
  setPrices(input: $input) {
    variant { price { amountMinor } inDollars: price(currency: "USD") { amountMinor } product { priceRange { lowest { amountMinor } } } }
    userErrors { code }
  }
}`;

test('a new product is on sale under a slug of its own, and inventory is told of its stock', async () => {
  const initialStock = { warehouseCode: 'BER', quantity: 7 };
  const options = [{ name: 'Colour', value: 'Blue' }];
  const input = aProduct({ title: 'Tea Pot', variants: [aVariant({ sku: 'POT', options, initialStock }), aVariant()] });
  const product = await createProduct(catalog, input);
  expect(product).toMatchObject({
    slug: 'tea-pot',
    variants: [{ sku: 'POT', name: 'Tea Pot, Blue' }, { name: 'Tea Pot' }],
  });
  const [pot, other] = product.variants;
  expect(await published(catalog, product.id)).toEqual([
    {
      type: 'catalog.product.created.v1',
      data: {
        productId: product.id,
        slug: 'tea-pot',
        variants: [
          { variantId: pot.id, sku: 'POT', initialStock },
          { variantId: other.id, sku: other.sku, initialStock: null },
        ],
      },
    },
  ]);
});

test('products of one title that are created at once all get slugs of their own', async () => {
  const products = await Promise.all(
    Array.from({ length: 4 }, () => createProduct(catalog, aProduct({ title: 'Twin' }))),
  );
  expect(products.map(({ slug }) => slug).sort()).toEqual(['twin', 'twin-2', 'twin-3', 'twin-4']);
});

test('of two products with one SKU at once, one is refused', async () => {
  const inputs = [1, 2].map(() => aProduct({ variants: [aVariant({ sku: 'ONLY-ONE' })] }));
  const answers = await Promise.all(inputs.map((input) => catalog.send(merchandiser, create, { input })));
  const codes = answers.map(({ data }) => data.createProduct.userErrors[0]?.code);
  expect(codes.sort()).toEqual(['SKU_TAKEN', undefined]);
});

test.each([
  ['INVALID_TITLE', { title: '' }],
  ['INVALID_PRICE', { variants: [aVariant({ prices: [{ currency: 'EUR', amountMinor: -1 }] })] }],
  [
    'INVALID_PRICE',
    {
      variants: [
        aVariant({
          prices: [
            { currency: 'EUR', amountMinor: 1 },
            { currency: 'EUR', amountMinor: 2 },
          ],
        }),
      ],
    },
  ],
  ['INVALID_IMAGE', { images: [{ url: 'javascript:alert(1)', alt: '' }] }],
  ['NOT_FOUND', { categoryIds: [newId()] }],
])('a product is refused with %s, and nothing of it is kept', async (code, mistake) => {
  const input = aProduct({ title: 'Never There', ...mistake });
  const { data } = await catalog.send(merchandiser, create, { input });
  expect(data.createProduct).toMatchObject({ product: null, userErrors: [{ code }] });
  const { data: found } = await catalog.send(anonymous, '{ product(slug: "never-there") { id } }');
  expect(found.product).toBeNull();
});

test.each([
  ['a fractional amount', { variants: [aVariant({ prices: [{ currency: 'EUR', amountMinor: 1.5 }] })] }],
  ['a currency that is none', { variants: [aVariant({ prices: [{ currency: 'XXL', amountMinor: 1 }] })] }],
  ['a malformed category id', { categoryIds: ['kitchen'] }],
])('%s is bad input', async (_what, mistake) => {
  const { errors } = await catalog.send(merchandiser, create, { input: aProduct(mistake) });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a change keeps what was not said, is told once, and is none when it changes nothing', async () => {
  const product = await createProduct(catalog, aProduct({ title: 'Old Title', brand: 'Aldermoor' }));
  const input = {
    productId: product.id,
    title: 'New Title',
    variants: [{ variantId: product.variants[0].id, options: [{ name: 'Size', value: 'L' }], weightGrams: 5 }],
  };
  const { data } = await catalog.send(merchandiser, update, { input });
  const changed = {
    title: 'New Title',
    brand: 'Aldermoor',
    slug: 'old-title',
    version: 2,
    variants: [{ name: 'New Title, L', weightGrams: 5 }],
  };
  expect(data.updateProduct.product).toEqual(changed);
  const again = await catalog.send(merchandiser, update, { input });
  expect(again.data.updateProduct.product).toEqual(changed);
  const types = (await published(catalog, product.id)).map(({ type }) => type);
  expect(types).toEqual(['catalog.product.created.v1', 'catalog.product.updated.v1']);
});

test('null takes the brand away, and leaves everything else', async () => {
  const { id } = await createProduct(catalog, aProduct({ title: 'Unbranded', brand: 'Aldermoor' }));
  const { data } = await catalog.send(merchandiser, update, { input: { productId: id, brand: null, title: null } });
  expect(data.updateProduct.product).toMatchObject({ title: 'Unbranded', brand: null });
});

test("somebody else's change in between is a conflict", async () => {
  const { id, version } = await createProduct(catalog, aProduct());
  const attempts = ['One', 'Two'].map((title) =>
    catalog.send(merchandiser, update, { input: { productId: id, expectedVersion: version, title } }),
  );
  const codes = (await Promise.all(attempts)).map(({ errors }) => errors?.[0]?.extensions.code);
  expect(codes.sort()).toEqual(['CONFLICT', undefined]);
});

test('a withdrawn product is found no more, can be changed no more, and cannot be withdrawn again', async () => {
  const { id, slug } = await createProduct(catalog, aProduct({ title: 'Gone Tomorrow' }));
  const input = { productId: id };
  const { data } = await catalog.send(merchandiser, withdraw, { input });
  expect(data.withdrawProduct.product.status).toBe('WITHDRAWN');
  const again = await catalog.send(merchandiser, withdraw, { input });
  expect(again.data.withdrawProduct.userErrors).toEqual([{ code: 'INVALID_STATE_TRANSITION' }]);
  const changed = await catalog.send(merchandiser, update, { input: { ...input, title: 'Back' } });
  expect(changed.data.updateProduct.userErrors).toEqual([{ code: 'PRODUCT_WITHDRAWN' }]);
  const search = await catalog.send(anonymous, '{ searchProducts(query: "gone tomorrow") { totalCount } }');
  expect(search.data.searchProducts.totalCount).toBe(0);
  const old = await catalog.send(anonymous, 'query ($slug: String!) { product(slug: $slug) { status } }', { slug });
  expect(old.data.product).toEqual({ status: 'WITHDRAWN' });
  expect((await published(catalog, id)).at(-1)).toEqual({
    type: 'catalog.product.withdrawn.v1',
    data: { productId: id, slug },
  });
});

test('a product may get one more variant, with prices of its own, and its SKU is free or refused', async () => {
  const { id } = await createProduct(catalog, aProduct({ title: 'Jumper' }));
  const variant = {
    sku: 'JUMPER-XL',
    options: [{ name: 'Size', value: 'XL' }],
    weightGrams: 500,
    prices: [{ currency: 'EUR', amountMinor: 4_900 }],
  };
  const { data } = await catalog.send(merchandiser, addVariant, { input: { productId: id, ...variant } });
  expect(data.addVariant.variant).toMatchObject({
    name: 'Jumper, XL',
    price: { amountMinor: 4_900 },
    product: { version: 2 },
  });
  const again = await catalog.send(merchandiser, addVariant, { input: { productId: id, ...variant } });
  expect(again.data.addVariant.userErrors).toEqual([{ code: 'SKU_TAKEN' }]);
});

test('new prices hold at once; each that is another one is told with the variant', async () => {
  const { variants } = await createProduct(catalog, aProduct());
  const prices = [
    { currency: 'EUR', amountMinor: 990 },
    { currency: 'USD', amountMinor: 1_090 },
  ];
  const input = { variantId: variants[0].id, prices };
  const { data } = await catalog.send(merchandiser, setPrices, { input });
  expect(data.setPrices.variant).toEqual({
    price: { amountMinor: 990 },
    inDollars: { amountMinor: 1_090 },
    product: { priceRange: { lowest: { amountMinor: 990 } } },
  });
  await catalog.send(merchandiser, setPrices, { input });
  const told = await catalog.running.parts.orm.em
    .fork()
    .execute(
      `select payload ->> 'currency' as currency, event_version from outbox where payload ->> 'variantId' = ? and type = 'catalog.price.changed.v1' order by 1`,
      [variants[0].id],
    );
  expect(told).toEqual([
    { currency: 'EUR', event_version: 1 },
    { currency: 'USD', event_version: 1 },
  ]);
});

test('of prices that are set at once one wins, and what searching knows agrees with it', async () => {
  const { id, variants } = await createProduct(
    catalog,
    aProduct({ variants: [aVariant({ prices: [] }), aVariant({ prices: [] })] }),
  );
  const wishes = variants.flatMap((variant: { id: string }) =>
    [700, 800, 900].map((amountMinor) => ({ variantId: variant.id, prices: [{ currency: 'EUR', amountMinor }] })),
  );
  const answers = await Promise.all(wishes.map((input: object) => catalog.send(merchandiser, setPrices, { input })));
  expect(answers.flatMap(({ data }) => data.setPrices.userErrors)).toEqual([]);
  const [row] = await catalog.running.parts.orm.em.fork().execute<{ searched: number; lowest: number }[]>(
    `select (lowest_prices ->> 'default/EUR')::int as searched, (select min(amount_minor)::int from price where product_id = s.product_id) as lowest
     from product_search s where product_id = ?`,
    [id],
  );
  expect(row?.searched).toBe(row?.lowest);
});

test('two writes in one request each answer with what they wrote', async () => {
  const { variants } = await createProduct(catalog, aProduct());
  const wish = (amountMinor: number) =>
    `setPrices(input: { variantId: "${variants[0].id}", prices: [{ currency: "EUR", amountMinor: ${amountMinor} }] }) { variant { price { amountMinor } } }`;
  const { data } = await catalog.send(merchandiser, `mutation { first: ${wish(10)} second: ${wish(20)} }`);
  expect([data.first, data.second].map(({ variant }) => variant.price.amountMinor)).toEqual([10, 20]);
});

test.each([
  ['updateProduct', update, { productId: newId(), title: 'x' }],
  ['withdrawProduct', withdraw, { productId: newId() }],
  ['setPrices', setPrices, { variantId: newId(), prices: [] }],
  ['addVariant', addVariant, { productId: newId(), sku: 'NOBODY', options: [], weightGrams: 1, prices: [] }],
])('%s of what is not there is NOT_FOUND, and BAD_USER_INPUT of what is no id', async (name, mutation, input) => {
  const absent = await catalog.send(merchandiser, mutation, { input });
  expect(absent.data[name].userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  const key = 'productId' in input ? 'productId' : 'variantId';
  const malformed = await catalog.send(merchandiser, mutation, { input: { ...input, [key]: 'nonsense' } });
  expect(malformed.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('customers change nothing, and whoever may set prices may do that alone', async () => {
  const { id, variants } = await createProduct(catalog, aProduct());
  const input = { productId: id };
  expect((await catalog.send(anonymous, withdraw, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await catalog.send(aCustomer(newId()), withdraw, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const pricing = aStaffMember(newId(), ['pricing:write']);
  expect((await catalog.send(pricing, withdraw, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const wish = { variantId: variants[0].id, prices: [{ currency: 'EUR', amountMinor: 1 }] };
  expect((await catalog.send(pricing, setPrices, { input: wish })).data.setPrices.variant.price).toEqual({
    amountMinor: 1,
  });
});
