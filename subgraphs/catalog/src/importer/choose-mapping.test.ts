import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mappingFor, mustFit, namedMapping } from './choose-mapping.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-mapping-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(content: string): Promise<string> {
  const file = join(folder, 'mapping.json');
  await writeFile(file, content);
  return file;
}

test('common names of columns are understood, however they are written', () => {
  const { mapping } = mappingFor([
    'Product ID',
    'SKU',
    'Name',
    'Price',
    'Currency',
    'Category',
    'Image URL',
    'Brand',
    'Color',
  ]);
  expect(mapping.columns).toEqual({
    id: ['Product ID'],
    sku: ['SKU'],
    title: ['Name'],
    price: ['Price'],
    currency: ['Currency'],
    category: ['Category'],
    images: ['Image URL'],
    brand: ['Brand'],
  });
  expect(mapping.attributes.columns).toEqual({ Colour: 'Color' });
});

test('of several prices the one that is asked for now comes first', () => {
  expect(mappingFor(['id', 'title', 'retail_price', 'sale_price']).mapping.columns.price).toEqual([
    'sale_price',
    'retail_price',
  ]);
});

test.each([[['id', 'price']], [['id', 'title']], [['title', 'price']], [['a', 'b']]])(
  'from %j nothing can be guessed',
  (header) => {
    expect(() => mappingFor(header)).toThrow('--mapping');
  },
);

test('a file with the columns of a preset gets the preset, and so does who names it', async () => {
  const header = ['uniq_id', 'pid', 'product_name', 'product_category_tree', 'product_specifications', 'retail_price'];
  expect(mappingFor(header).origin).toBe('The mapping marketplace-crawl');
  expect((await namedMapping('marketplace-crawl')).mapping).toEqual(mappingFor(header).mapping);
});

test('a mapping file says what columns mean; the rest is as usual', async () => {
  const file = await written(
    '{ "columns": { "sku": "Nr", "title": "Artikel", "price": "Preis" }, "price": { "decimal": "," } }',
  );
  const { mapping } = await namedMapping(file);
  expect(mapping).toMatchObject({
    price: { unit: 'major', decimal: ',' },
    category: { separator: '>' },
    defaults: { taxClass: 'standard' },
  });
});

test.each([
  ['not json', 'is not JSON'],
  ['{ "columns": { "title": "T" } }', 'columns.price'],
  ['{ "columns": { "title": "T", "price": "P", "colour": "C" } }', 'colour'],
])('a mapping file with %s is refused', async (content, problem) => {
  await expect(namedMapping(await written(content))).rejects.toThrow(problem);
});

test('a mapping that is not there is refused with the names that are known', async () => {
  await expect(namedMapping(join(folder, 'nothing.json'))).rejects.toThrow('marketplace-crawl');
});

test('a mapping must fit the file', async () => {
  const chosen = await namedMapping(
    await written(
      '{ "columns": { "sku": "Nr", "title": "T", "price": "P" }, "attributes": { "columns": { "Colour": "C" } } }',
    ),
  );
  expect(() => mustFit(chosen, ['Nr', 'T'])).toThrow('P, C');
  expect(() => mustFit(chosen, ['Nr', 'T', 'P', 'C'])).not.toThrow();
  const nameless = await namedMapping(await written('{ "columns": { "title": "T", "price": "P" } }'));
  expect(() => mustFit(nameless, ['T', 'P'])).toThrow('neither an id nor a sku');
});
