import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { TestSubgraph } from '@souk/kit/testing';
import { askVariants } from '@souk/schema/questions/catalog';
import { aProduct, aVariant } from '../../test/builders/a-product.js';
import { createProduct } from '../../test/send.js';
import { startTestCatalog } from '../../test/start-test-catalog.js';
import { withdrawProduct } from '../use-cases/withdraw-product.js';

let catalog: TestSubgraph;

beforeAll(async () => {
  catalog = await startTestCatalog();
}, 60_000);
afterAll(() => catalog.stop());

function ask(variantIds: string[], currency = 'EUR') {
  return catalog.running.parts.ask(askVariants, { variantIds, currency, channelId: 'default' });
}

test('a cart is told what a variant costs now, how it is taxed and what it weighs', async () => {
  const options = [{ name: 'Colour', value: 'Blue' }];
  const product = await createProduct(
    catalog,
    aProduct({ title: 'Mug', variants: [aVariant({ sku: 'MUG', options })] }),
  );
  const [{ id }] = product.variants;
  expect((await ask([id])).variants).toEqual([
    {
      variantId: id,
      productId: product.id,
      sku: 'MUG',
      name: 'Mug, Blue',
      unitPrice: { amountMinor: 1_250, currency: 'EUR' },
      taxClassCode: 'standard',
      isActive: true,
      weightGrams: 300,
    },
  ]);
});

test('a variant without a price in the currency has none, and one that is not there is left out', async () => {
  const { variants } = await createProduct(catalog, aProduct());
  const answer = await ask([variants[0].id, newId()], 'JPY');
  expect(answer.variants).toMatchObject([{ variantId: variants[0].id, unitPrice: null }]);
});

test('a variant of a withdrawn product is told as not sold', async () => {
  const { id, variants } = await createProduct(catalog, aProduct());
  await withdrawProduct({ em: catalog.running.parts.orm.em, now: () => new Date() }, id);
  expect((await ask([variants[0].id])).variants).toMatchObject([{ isActive: false }]);
});

test('asking for nothing is answered with nothing', async () => {
  expect((await ask([])).variants).toEqual([]);
});
