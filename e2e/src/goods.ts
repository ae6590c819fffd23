import { randomUUID } from 'node:crypto';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { CreateProductDocument, ProductBySlugDocument } from '@souk/schema/generated/graphql';
import { existing, passerBy } from './visitors.js';

/** Just after a start, inventory still reads the whole demo catalogue. */
const patienceMs = 45_000;

export interface Goods {
  productId: string;
  slug: string;
  variantId: string;
}

/** A new product with so many units in Berlin, as soon as inventory knows of it. @param priceMinor in EUR. */
export async function goodsInStock(manager: ShopClient, quantity: number, priceMinor = 1_250): Promise<Goods> {
  const input = {
    title: `Journey goods ${randomUUID()}`,
    variants: [
      {
        sku: `J-${randomUUID()}`,
        weightGrams: 300,
        prices: [{ amountMinor: priceMinor, currency: 'EUR' }],
        initialStock: { warehouseCode: 'BER', quantity },
      },
    ],
  };
  const { createProduct } = await manager.run(CreateProductDocument, { input });
  const product = existing(createProduct?.product);
  const goods = { productId: product.id, slug: product.slug, variantId: existing(product.variants[0]).id };
  await eventually(async () => {
    if ((await availableOf(goods)) !== quantity) throw new Error('Inventory does not know of it yet.');
  }, patienceMs);
  return goods;
}

export async function availableOf({ slug }: Goods): Promise<number | undefined> {
  const { product } = await passerBy.run(ProductBySlugDocument, { slug });
  return product?.variants[0]?.availability?.available;
}
