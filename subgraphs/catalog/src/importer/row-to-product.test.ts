import { expect, test } from '@jest/globals';
import { mappingSchema, type WrittenMapping } from './mapping.js';
import { rowToProduct } from './row-to-product.js';

const columns = {
  id: 'nr',
  sku: ['sku', 'nr'],
  title: 'name',
  description: 'text',
  brand: 'maker',
  price: ['sale', 'price'],
  currency: 'money',
  category: 'shelf',
  images: 'pictures',
  weight: 'weight',
  stock: 'stock',
  warehouse: 'place',
  taxClass: 'tax',
};
const full: WrittenMapping = {
  columns,
  attributes: { columns: { Colour: 'colour' }, list: 'more' },
  defaults: { currency: 'EUR' },
};

function read(cells: Record<string, string>, mapping: WrittenMapping = full) {
  return rowToProduct(
    7,
    new Map(Object.entries({ nr: 'N-1', name: 'Mug', price: '12.50', ...cells })),
    mappingSchema.parse(mapping),
  );
}

test('a full row becomes a product', () => {
  const row = read({
    sku: 'MUG',
    text: 'For tea.',
    maker: 'Aldermoor',
    sale: '9',
    money: 'usd',
    shelf: 'Home > Kitchen',
    pictures: 'https://images.example/1.jpg',
    weight: '300',
    stock: '5',
    place: 'lys',
    tax: 'reduced',
    colour: 'Blue',
    more: '[{"key":"Material","value":"Stoneware"}]',
  });
  expect(row).toEqual({
    item: {
      externalId: 'N-1',
      categoryPath: ['Home', 'Kitchen'],
      details: {
        title: 'Mug',
        description: 'For tea.',
        brand: 'Aldermoor',
        taxClassCode: 'reduced',
        images: [{ url: 'https://images.example/1.jpg', alt: 'Mug' }],
        attributes: [
          { name: 'Colour', value: 'Blue' },
          { name: 'Material', value: 'Stoneware' },
        ],
      },
      variant: {
        sku: 'MUG',
        options: [],
        weightGrams: 300,
        prices: [{ currency: 'USD', amountMinor: 900 }],
        initialStock: { warehouseCode: 'LYS', quantity: 5 },
      },
    },
  });
});

test('a sparse row becomes one too: the id is the SKU, the list price the price', () => {
  expect(read({})).toMatchObject({
    item: {
      categoryPath: [],
      details: { description: '', brand: null, taxClassCode: 'standard', images: [], attributes: [] },
      variant: { sku: 'N-1', weightGrams: 0, prices: [{ currency: 'EUR', amountMinor: 1_250 }], initialStock: null },
    },
  });
});

test('every mistake of a row is told, with its row and column', () => {
  const row = read({ name: '', price: 'much', weight: 'heavy', stock: '-1', pictures: '["open', more: 'nonsense' });
  expect(row).toEqual({
    errors: expect.arrayContaining([
      { row: 7, column: 'name', message: 'is empty' },
      { row: 7, column: 'price', message: 'is not an amount: "much"' },
      { row: 7, column: 'weight', message: 'is not a weight: "heavy"' },
      { row: 7, column: 'stock', message: 'is not a whole number: "-1"' },
      { row: 7, column: 'pictures', message: 'is not a list of texts: "["open"' },
      { row: 7, column: 'more', message: 'is not a list of keys and values: "nonsense"' },
    ]),
  });
});

test.each([
  ['no name', { name: ' ' }, full, 'name'],
  ['no price', { price: '' }, full, 'sale'],
  ['no id', { nr: '' }, full, 'nr'],
  ['no currency', {}, { columns }, 'money'],
  ['stock without a warehouse', { stock: '1' }, full, 'place'],
  ['a price that is negative', { price: '-1' }, full, 'price'],
  ['bytes that are no text', { maker: 'Caf\uFFFD' }, full, 'maker'],
])('a row with %s is refused', (_what, cells, mapping, column) => {
  expect(read({ ...cells, ...('name' in cells && { name: cells.name.trim() }) }, mapping)).toEqual({
    errors: [expect.objectContaining({ row: 7, column })],
  });
});

test('a mistake is told once, however often its cell is looked at', () => {
  const row = read({ nr: 'N\uFFFD' });
  expect(row).toEqual({ errors: [{ row: 7, column: 'nr', message: 'is not text in UTF-8' }] });
});

test('a field without a column is named itself', () => {
  const { currency: _, ...others } = columns;
  expect(read({}, { columns: others })).toEqual({
    errors: [{ row: 7, column: null, message: 'The currency is empty, and no currency was given with --currency.' }],
  });
});
