import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, type TestSubgraph } from '@souk/kit/testing';
import { aProduct } from '../../test/builders/a-product.js';
import { createCategory, createProduct, merchandiser } from '../../test/send.js';
import { startTestCatalog } from '../../test/start-test-catalog.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startTestCatalog();
}, 60_000);
afterAll(() => catalog.stop());

const create = `mutation ($input: CreateCategoryInput!) {
  createCategory(input: $input) { category { id } userErrors { code } }
}`;

test('shelves make a tree that can be walked both ways', async () => {
  const house = await createCategory(catalog, 'House');
  const kitchen = await createCategory(catalog, 'Kitchen', house.id);
  await createCategory(catalog, 'Attic', house.id);
  const mugs = await createCategory(catalog, 'Mugs', kitchen.id);
  const { data } = await catalog.send(
    anonymous,
    '{ categories { slug children { slug children { slug parent { slug } } } } }',
  );
  expect(data.categories).toEqual([
    {
      slug: 'house',
      children: [
        { slug: 'attic', children: [] },
        { slug: 'kitchen', children: [{ slug: 'mugs', parent: { slug: 'kitchen' } }] },
      ],
    },
  ]);
  expect(mugs.path).toEqual([{ slug: 'house' }, { slug: 'kitchen' }, { slug: 'mugs' }]);
});

test('shelves of one name in different places have slugs of their own; in one place there is but one', async () => {
  const [left, right] = [await createCategory(catalog, 'Left'), await createCategory(catalog, 'Right')];
  await createCategory(catalog, 'Odds', left.id);
  expect((await createCategory(catalog, 'Odds', right.id)).slug).toBe('odds-2');
  const { data } = await catalog.send(merchandiser, create, { input: { name: 'Odds', parentId: left.id } });
  expect(data.createCategory.userErrors).toEqual([{ code: 'CATEGORY_EXISTS' }]);
});

test('a list of a shelf holds what stands inside it, and nothing else', async () => {
  const outer = await createCategory(catalog, 'Outer');
  const inner = await createCategory(catalog, 'Inner', outer.id);
  await createProduct(catalog, aProduct({ title: 'Outside' }));
  await createProduct(catalog, aProduct({ title: 'On the Outer Shelf', categoryIds: [outer.id] }));
  await createProduct(catalog, aProduct({ title: 'On the Inner Shelf', categoryIds: [inner.id] }));
  const list =
    'query ($slug: String) { products(categorySlug: $slug) { totalCount nodes { title categories { slug } } } }';
  const { data } = await catalog.send(anonymous, list, { slug: 'outer' });
  expect(data.products).toEqual({
    totalCount: 2,
    nodes: [
      { title: 'On the Inner Shelf', categories: [{ slug: 'inner' }] },
      { title: 'On the Outer Shelf', categories: [{ slug: 'outer' }] },
    ],
  });
  const unknown = await catalog.send(anonymous, list, { slug: 'nowhere' });
  expect(unknown.data.products).toEqual({ totalCount: 0, nodes: [] });
});

test('a shelf is found by its slug, or is null', async () => {
  await createCategory(catalog, 'Findable');
  const find = 'query ($slug: String!) { category(slug: $slug) { name } }';
  expect((await catalog.send(anonymous, find, { slug: 'findable' })).data.category).toEqual({ name: 'Findable' });
  expect((await catalog.send(anonymous, find, { slug: 'nowhere' })).data.category).toBeNull();
});

test('a shelf is refused without a name, in a place that is not there, or by who may not', async () => {
  const nameless = await catalog.send(merchandiser, create, { input: { name: ' ' } });
  expect(nameless.data.createCategory.userErrors).toEqual([{ code: 'INVALID_NAME' }]);
  const nowhere = await catalog.send(merchandiser, create, { input: { name: 'Lost', parentId: newId() } });
  expect(nowhere.data.createCategory.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  const customer = await catalog.send(aCustomer(newId()), create, { input: { name: 'Mine' } });
  expect(customer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
