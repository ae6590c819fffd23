import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ShopClient } from '@souk/client/shop-client';
import {
  CreateProductDocument,
  LayOutUnitsDocument,
  ProductBySlugDocument,
  WithdrawProductDocument,
} from '@souk/schema/generated/graphql';
import { required } from './required.js';

/** A product that exists for the bench alone. */
export interface Goods {
  productId: string;
  slug: string;
  variantIds: string[];
}

const warehouseCode = 'BER';
const patienceMs = 15_000;
const pollMs = 50;

/** Puts a new product on sale, so many units of each variant in stock, and waits until inventory knows of them. */
export async function offerGoods(manager: ShopClient, variants: number, units: number): Promise<Goods> {
  const name = randomUUID();
  const input = {
    title: `Bench goods ${name}`,
    variants: Array.from({ length: variants }, (_, index) => variant(`BENCH-${name}-${index}`, index, units)),
  };
  const { createProduct } = await manager.run(CreateProductDocument, { input });
  const product = required(createProduct?.product, 'a product', createProduct?.userErrors);
  const goods = { productId: product.id, slug: product.slug, variantIds: product.variants.map(({ id }) => id) };
  await untilInStock(manager, goods, units);
  return goods;
}

/** Announces a rush: a worker lays the units out one by one. */
export async function layOutUnits(manager: ShopClient, { variantIds }: Goods): Promise<void> {
  for (const variantId of variantIds) {
    const input = { variantId, warehouseCode, pooling: 'ALWAYS' } as const;
    const { setStockPooling } = await manager.run(LayOutUnitsDocument, { input });
    required(setStockPooling?.stockLevel, 'its stock level', setStockPooling?.userErrors);
  }
}

/** How many units of each variant can be ordered. */
export async function availableOf(shop: ShopClient, { slug }: Goods): Promise<(number | undefined)[]> {
  const { product } = await shop.run(ProductBySlugDocument, { slug });
  return required(product, 'its product').variants.map(({ availability }) => availability?.available);
}

/** Takes the product off sale again; its orders stay. */
export async function withdrawGoods(manager: ShopClient, { productId }: Goods): Promise<void> {
  const { withdrawProduct } = await manager.run(WithdrawProductDocument, { productId });
  required(withdrawProduct?.product, 'the end of a product', withdrawProduct?.userErrors);
}

function variant(sku: string, index: number, quantity: number) {
  return {
    sku,
    options: [{ name: 'number', value: String(index + 1) }],
    weightGrams: 300,
    prices: [{ amountMinor: 1_250, currency: 'EUR' }],
    initialStock: { warehouseCode, quantity },
  };
}

async function untilInStock(shop: ShopClient, goods: Goods, units: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(pollMs)) {
    if ((await availableOf(shop, goods)).every((available) => available === units)) return;
  }
  throw new Error(`Inventory did not learn of the bench's goods within ${patienceMs / 1_000} seconds.`);
}
