import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '@souk/kit/identity';
import type { TestSubgraph } from '@souk/kit/testing';
import { startTestCatalog } from '../../test/start-test-catalog.js';
import { seedDemoCatalog } from './seed-demo-catalog.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startTestCatalog({ seed: 'demo' });
}, 60_000);
afterAll(() => catalog.stop());

function database() {
  return catalog.running.parts.orm.em.fork();
}

async function contents(): Promise<unknown> {
  const [row] = await database().execute(
    `select (select count(*)::int from product) as products, (select count(*)::int from product_search) as searchable,
       (select count(*)::int from outbox where type = 'catalog.product.created.v1') as told,
       (select md5(string_agg(p::text, '' order by id)) from product p) as products_hash,
       (select md5(string_agg(c::text, '' order by id)) from price c) as prices_hash`,
  );
  return row;
}

test('the shop is full: more than a thousand products that can be found, each told to inventory', async () => {
  const { products, searchable, told } = (await contents()) as Record<string, number>;
  expect(products).toBeGreaterThan(1_000);
  expect([searchable, told]).toEqual([products, products]);
});

test('seeding again changes nothing', async () => {
  const before = await contents();
  await seedDemoCatalog(catalog.running.parts.orm.em);
  expect(await contents()).toEqual(before);
});

test('two processes that seed at once, after a break in the middle, fill up what is missing and no more', async () => {
  const before = (await contents()) as Record<string, number>;
  await database().execute(
    `with gone as (select id from product order by id limit 450),
       prices as (delete from price where product_id in (select id from gone)),
       words as (delete from product_search where product_id in (select id from gone)),
       variants as (delete from product_variant where product_id in (select id from gone)),
       messages as (delete from outbox where aggregate_id in (select id from gone))
     delete from product where id in (select id from gone)`,
  );
  const { em } = catalog.running.parts.orm;
  await Promise.all([seedDemoCatalog(em), seedDemoCatalog(em)]);
  const after = (await contents()) as Record<string, number>;
  expect([after['products'], after['searchable'], after['told']]).toEqual([
    before['products'],
    before['searchable'],
    before['told'],
  ]);
});

test('a small shop has the products that somebody relies on and no others', async () => {
  const small = await startTestCatalog({ seed: 'small' });
  try {
    const { data } = await small.send(anonymous, '{ products(first: 5) { nodes { slug } } }');
    expect(data.products.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['last-one-lamp', 'souk-mug']);
  } finally {
    await small.stop();
  }
});

test('the products that tests and tours rely on are there', async () => {
  const fields = '{ title priceRange { lowest { formatted } } variants { sku } categories { slug parent { slug } } }';
  const query = `{ mug: product(slug: "souk-mug") ${fields} lamp: product(slug: "last-one-lamp") ${fields} }`;
  const { data } = await catalog.send(anonymous, query);
  expect(data.mug).toEqual({
    title: 'Souk Mug',
    priceRange: { lowest: { formatted: '€12.50' } },
    variants: [{ sku: 'SOUK-MUG' }],
    categories: [{ slug: 'mugs-and-cups', parent: { slug: 'kitchen' } }],
  });
  expect(data.lamp).toMatchObject({ variants: [{ sku: 'LAST-ONE-LAMP' }] });
});
