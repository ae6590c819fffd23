import { randomUUID } from 'node:crypto';
import { signInAs } from '@souk/client/enter';
import { type Goods, offerProduct } from '@souk/client/offer-product';
import { required } from '@souk/client/required';
import type { ShopClient } from '@souk/client/shop-client';
import { LayOutUnitsDocument } from '@souk/schema/generated/graphql';
import type { Random } from '../random.js';
import type { World } from '../world/world.js';

/** What is on sale for the run. */
export interface Market {
  products: Goods[];
  /** Of which there is more than anybody can buy, but staff takes some away and adds some. */
  plentiful: string[];
  /** Of which there is far too little. */
  scarce: string[];
}

export const warehouseCode = 'BER';
const plenty = 100_000;
const few = 30;

/** Puts the run's goods on sale: few variants, so that many want the same; one of them laid out unit by unit. */
export async function openMarket(world: World): Promise<Market> {
  const manager = await signInAs(world.endpoint, world.signIns.manager);
  const products = [
    await offer(manager, 'Plentiful', [plenty, plenty, plenty]),
    await offer(manager, 'Also plentiful', [plenty, plenty, plenty]),
    await offer(manager, 'Scarce', [few, few]),
  ];
  const [hot] = products[2]!.variantIds;
  const input = { variantId: hot!, warehouseCode, pooling: 'ALWAYS' as const };
  const { setStockPooling } = await manager.run(LayOutUnitsDocument, { input });
  required(setStockPooling?.stockLevel, 'a pool of units', setStockPooling?.userErrors);
  return {
    products,
    plentiful: products.slice(0, 2).flatMap(({ variantIds }) => variantIds),
    scarce: products[2]!.variantIds,
  };
}

/** Something to want: now and then of what is scarce. */
export function pickGoods({ plentiful, scarce }: Market, random: Random): string {
  return random.chance(0.06) ? random.pick(scarce) : random.pick(plentiful);
}

function offer(manager: ShopClient, title: string, quantities: readonly number[]): Promise<Goods> {
  const name = randomUUID();
  return offerProduct(manager, {
    title: `${title} ${name}`,
    variants: quantities.map((quantity, index) => ({
      sku: `CHAOS-${name}-${index}`,
      options: [{ name: 'number', value: String(index + 1) }],
      weightGrams: 300,
      prices: [{ amountMinor: 900 + 150 * index, currency: 'EUR' }],
      initialStock: { warehouseCode, quantity },
    })),
  });
}
