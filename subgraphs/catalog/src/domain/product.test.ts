import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { aProduct, aVariant } from '../../test/builders/a-product.js';
import { Product, type ProductDraft } from './product.js';
import { type ProductStatus, productStatuses, productTransitions } from './product-status.js';

const now = new Date('2026-01-02T03:04:05Z');
const later = new Date('2026-01-03T03:04:05Z');

function created(draft: ProductDraft = aProduct()): Product {
  const product = Product.create(draft, 'a-slug', now);
  takeRecordedEvents(product);
  return product;
}

function inStatus(status: ProductStatus): Product {
  const product = created();
  if (status === 'WITHDRAWN') product.withdraw(now);
  takeRecordedEvents(product);
  return product;
}

test('a new product is on sale and says so once, with what there is of each variant', () => {
  const initialStock = { warehouseCode: 'BER', quantity: 3 };
  const product = Product.create(
    aProduct({ variants: [aVariant({ sku: 'A', initialStock }), aVariant()] }),
    'mug',
    now,
  );
  expect(product.isActive).toBe(true);
  expect(takeRecordedEvents(product)).toEqual([
    { type: 'ProductCreated', product, stockBySku: new Map([['A', initialStock]]) },
  ]);
});

test.each([
  ['INVALID_TITLE', { title: ' ' }],
  ['INVALID_TITLE', { title: 'x'.repeat(201) }],
  ['INVALID_DESCRIPTION', { description: 'x'.repeat(10_001) }],
  ['INVALID_BRAND', { brand: '' }],
  ['INVALID_TAX_CLASS', { taxClassCode: 'Standard Rate' }],
  ['INVALID_CATEGORIES', { categoryIds: Array.from({ length: 21 }, newId) }],
  ['INVALID_IMAGE', { images: [{ url: 'ftp://images.example/1.jpg', alt: '' }] }],
  ['INVALID_IMAGE', { images: [{ url: 'not an address', alt: '' }] }],
  ['INVALID_IMAGE', { images: [{ url: 'https://name:secret@images.example/1.jpg', alt: '' }] }],
  ['INVALID_IMAGE', { images: Array.from({ length: 21 }, () => ({ url: 'https://images.example/1.jpg', alt: '' })) }],
  ['INVALID_ATTRIBUTE', { attributes: [{ name: 'a=b', value: 'c' }] }],
  ['INVALID_ATTRIBUTE', { attributes: [{ name: 'Colour', value: ' ' }] }],
  ['INVALID_ATTRIBUTE', { attributes: Array.from({ length: 61 }, () => ({ name: 'Colour', value: 'Red' })) }],
  ['INVALID_VARIANTS', { variants: [] }],
  ['INVALID_VARIANTS', { variants: [aVariant({ sku: 'SAME' }), aVariant({ sku: 'SAME' })] }],
  ['INVALID_VARIANTS', { variants: Array.from({ length: 101 }, () => aVariant()) }],
  ['INVALID_SKU', { variants: [aVariant({ sku: 'has blank' })] }],
  ['INVALID_SKU', { variants: [aVariant({ sku: '' })] }],
  ['INVALID_WEIGHT', { variants: [aVariant({ weightGrams: -1 })] }],
  ['INVALID_WEIGHT', { variants: [aVariant({ weightGrams: 1.5 })] }],
  ['INVALID_STOCK', { variants: [aVariant({ initialStock: { warehouseCode: 'BER', quantity: -1 } })] }],
  ['INVALID_STOCK', { variants: [aVariant({ initialStock: { warehouseCode: 'BER', quantity: 0.5 } })] }],
  ['INVALID_STOCK', { variants: [aVariant({ initialStock: { warehouseCode: 'berlin', quantity: 1 } })] }],
])('a product is refused with %s for %j', (code, mistake) => {
  expect(() => created(aProduct(mistake))).toThrow(expect.objectContaining({ code }));
});

test('blanks around texts are taken away', () => {
  const { title, brand } = created(aProduct({ title: '  Mug ', brand: ' Aldermoor ' }));
  expect([title, brand]).toEqual(['Mug', 'Aldermoor']);
});

test('a change keeps the slug, and what was not said', () => {
  const product = created(aProduct({ brand: 'Aldermoor' }));
  product.update({ title: 'Another Mug' }, later);
  expect(product).toMatchObject({ title: 'Another Mug', brand: 'Aldermoor', slug: 'a-slug', updatedAt: later });
  expect(takeRecordedEvents(product)).toEqual([{ type: 'ProductUpdated', product }]);
});

test('a change to what already is, is none', () => {
  const product = created();
  const [variant] = product.variants;
  product.update({ title: product.title, variants: [{ id: variant?.id ?? '', options: [], weightGrams: 300 }] }, later);
  expect(product.updatedAt).toEqual(now);
  expect(takeRecordedEvents(product)).toEqual([]);
});

test('a change of a variant alone is a change of the product', () => {
  const product = created();
  const [variant] = product.variants;
  product.update({ variants: [{ id: variant?.id ?? '', options: [], weightGrams: 310 }] }, later);
  expect(product.variants).toEqual([{ ...variant, weightGrams: 310 }]);
  expect(takeRecordedEvents(product)).toHaveLength(1);
});

test("another product's variant cannot be changed along", () => {
  const change = { variants: [{ id: newId(), options: [], weightGrams: 1 }] };
  expect(() => created().update(change, later)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

test('a variant can be added, behind its siblings', () => {
  const product = created();
  const variant = product.addVariant({ sku: 'NEW', options: [{ name: 'Size', value: 'L' }], weightGrams: 1 }, later);
  expect(product.variants.at(1)).toEqual(variant);
  expect(takeRecordedEvents(product)).toEqual([{ type: 'ProductUpdated', product }]);
});

test('a withdrawn product can be changed in no way', () => {
  const refusal = expect.objectContaining({ code: 'PRODUCT_WITHDRAWN' });
  expect(() => inStatus('WITHDRAWN').update({ title: 'Another' }, later)).toThrow(refusal);
  expect(() => inStatus('WITHDRAWN').addVariant(aVariant(), later)).toThrow(refusal);
});

test.each(productStatuses)('from %s a product is withdrawn only where the table of transitions says so', (status) => {
  const product = inStatus(status);
  if (productTransitions[status].includes('WITHDRAWN')) {
    product.withdraw(later);
    expect(product.status).toBe('WITHDRAWN');
    expect(takeRecordedEvents(product)).toEqual([{ type: 'ProductWithdrawn', product }]);
  } else {
    expect(() => product.withdraw(later)).toThrow(expect.objectContaining({ code: 'INVALID_STATE_TRANSITION' }));
    expect(takeRecordedEvents(product)).toEqual([]);
  }
});

test('a change is compared by what it says, not by the order in which a database gives it back', () => {
  const images = [{ url: 'https://images.example/1.jpg', alt: 'A mug' }];
  const product = created(aProduct({ images }));
  product.images = [{ alt: 'A mug', url: 'https://images.example/1.jpg' }];
  product.update({ images }, later);
  expect(takeRecordedEvents(product)).toEqual([]);
});
