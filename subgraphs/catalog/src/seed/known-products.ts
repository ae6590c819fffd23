import { demoPrices } from './demo-prices.js';
import type { DemoProduct } from './demo-products.js';
import { idOf } from './deterministic.js';

/** Products of the demo that tests and tours rely on by their slugs: `souk-mug` and `last-one-lamp`. */
export function knownProducts(): DemoProduct[] {
  return [
    knownProduct({
      title: 'Souk Mug',
      sku: 'SOUK-MUG',
      shelf: ['Kitchen', 'Mugs and Cups'],
      description: 'The mug of the house: plain white porcelain, made for everybody who builds shops.',
      material: 'Porcelain',
      prices: [
        { currency: 'EUR', amountMinor: 1_250 },
        { currency: 'USD', amountMinor: 1_399 },
        { currency: 'GBP', amountMinor: 1_050 },
      ],
      weightGrams: 340,
      quantity: 10_000,
    }),
    knownProduct({
      title: 'Last One Lamp',
      sku: 'LAST-ONE-LAMP',
      shelf: ['Lighting', 'Table Lamps'],
      description: 'A table lamp of which a single one is left. Whoever comes second finds it sold out.',
      material: 'Brass',
      prices: demoPrices(90),
      weightGrams: 1_800,
      quantity: 1,
    }),
  ];
}

interface KnownProduct {
  title: string;
  sku: string;
  shelf: readonly string[];
  description: string;
  material: string;
  prices: ReturnType<typeof demoPrices>;
  weightGrams: number;
  quantity: number;
}

function knownProduct({ shelf, sku, material, prices, weightGrams, quantity, ...texts }: KnownProduct): DemoProduct {
  const id = idOf(sku);
  const initialStock = { warehouseCode: 'BER', quantity };
  return {
    id,
    shelf,
    draft: () => ({
      ...texts,
      id,
      brand: 'Souk',
      categoryIds: [],
      taxClassCode: 'standard',
      images: [{ url: `https://images.souk.example/products/${id}/1.jpg`, alt: texts.title }],
      attributes: [
        { name: 'Material', value: material },
        { name: 'Colour', value: 'White' },
      ],
      variants: [{ id: idOf(`${sku} variant`), sku, options: [], weightGrams, prices, initialStock }],
      createdAt: new Date(Date.UTC(2025, 0, 6, 7)),
    }),
  };
}
