import { setTimeout as delay } from 'node:timers/promises';
import { CreateProductDocument, type CreateProductInput, ProductBySlugDocument } from '@souk/schema/generated/graphql';
import { required } from './required.js';
import type { ShopClient } from './shop-client.js';

/** A product as it was put on sale. */
export interface Goods {
  productId: string;
  slug: string;
  variantIds: string[];
}

const pollMs = 50;
/** Just after a start, inventory still reads the whole catalogue. */
const patienceMs = 45_000;

/** Puts a new product on sale and waits until inventory knows how much there is of it. @param manager who may do so. */
export async function offerProduct(manager: ShopClient, input: CreateProductInput): Promise<Goods> {
  const { createProduct } = await manager.run(CreateProductDocument, { input });
  const product = required(createProduct?.product, 'a product', createProduct?.userErrors);
  const goods = { productId: product.id, slug: product.slug, variantIds: product.variants.map(({ id }) => id) };
  const quantities = input.variants.map(({ initialStock }) => initialStock?.quantity ?? 0);
  await untilInStock(manager, goods, quantities);
  return goods;
}

/** How many units of each variant can be ordered. */
export async function availableOf(shop: ShopClient, { slug }: Pick<Goods, 'slug'>): Promise<(number | undefined)[]> {
  const { product } = await shop.run(ProductBySlugDocument, { slug });
  return required(product, 'its product').variants.map(({ availability }) => availability?.available);
}

async function untilInStock(shop: ShopClient, goods: Goods, quantities: readonly number[]): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(pollMs)) {
    const available = await availableOf(shop, goods);
    if (available.every((quantity, index) => quantity === quantities[index])) return;
  }
  throw new Error(`Inventory did not learn of new goods within ${patienceMs / 1_000} seconds.`);
}
