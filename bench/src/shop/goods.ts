import { randomUUID } from 'node:crypto';
import { type Goods, offerProduct } from '@souk/client/offer-product';
import { required } from '@souk/client/required';
import type { ShopClient } from '@souk/client/shop-client';
import { LayOutUnitsDocument, WithdrawProductDocument } from '@souk/schema/generated/graphql';

const warehouseCode = 'BER';

/** Puts a new product on sale, so many units of each variant in stock, and waits until inventory knows of them. */
export async function offerGoods(manager: ShopClient, variants: number, units: number): Promise<Goods> {
  const name = randomUUID();
  return offerProduct(manager, {
    title: `Bench goods ${name}`,
    variants: Array.from({ length: variants }, (_, index) => variant(`BENCH-${name}-${index}`, index, units)),
  });
}

/** Announces a rush: a worker lays the units out one by one. */
export async function layOutUnits(manager: ShopClient, { variantIds }: Goods): Promise<void> {
  for (const variantId of variantIds) {
    const input = { variantId, warehouseCode, pooling: 'ALWAYS' } as const;
    const { setStockPooling } = await manager.run(LayOutUnitsDocument, { input });
    required(setStockPooling?.stockLevel, 'its stock level', setStockPooling?.userErrors);
  }
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
