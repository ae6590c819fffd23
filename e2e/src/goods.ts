import { randomUUID } from 'node:crypto';
import * as products from '@souk/client/offer-product';
import type { ShopClient } from '@souk/client/shop-client';
import { existing, passerBy } from './visitors.js';

export interface Goods {
  productId: string;
  slug: string;
  variantId: string;
}

/** A new product with so many units in Berlin, as soon as inventory knows of it. @param priceMinor in EUR. */
export async function goodsInStock(manager: ShopClient, quantity: number, priceMinor = 1_250): Promise<Goods> {
  const { productId, slug, variantIds } = await products.offerProduct(manager, {
    title: `Journey goods ${randomUUID()}`,
    variants: [
      {
        sku: `J-${randomUUID()}`,
        weightGrams: 300,
        prices: [{ amountMinor: priceMinor, currency: 'EUR' }],
        initialStock: { warehouseCode: 'BER', quantity },
      },
    ],
  });
  return { productId, slug, variantId: existing(variantIds[0]) };
}

export async function availableOf(goods: Goods): Promise<number | undefined> {
  return (await products.availableOf(passerBy, goods))[0];
}
