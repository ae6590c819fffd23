import type { NewProduct } from '../use-cases/add-products.js';
import type { ShelfPlan } from './demo-plan.js';
import { demoPrices } from './demo-prices.js';
import { choiceOf, fractionOf, idOf, numberOf } from './deterministic.js';

export const warehouses = ['BER', 'LYS', 'MAD'] as const;

export const colours = [
  'Black',
  'White',
  'Sand',
  'Moss Green',
  'Ink Blue',
  'Terracotta',
  'Ochre',
  'Slate Grey',
  'Blush',
  'Rust',
] as const;

type VariantDraft = NewProduct['variants'][number];

/** How often the first price of a product the given variant costs; larger ones cost more. */
interface Choice {
  name: string;
  value: string;
  factor: number;
}

/** The variants of a product of the demo, one to four. */
export function demoVariants(plan: ShelfPlan, { key, sku }: { key: string; sku: string }): VariantDraft[] {
  const euros = eurosOf(plan, key);
  const grams = numberOf(plan.grams, `${key} grams`);
  return choicesOf(plan, key).map((choice, index) => ({
    id: idOf(`${key} variant ${index}`),
    sku: `${sku}-${index + 1}`,
    options: choice.name === '' ? [] : [{ name: choice.name, value: choice.value }],
    weightGrams: Math.round(grams * choice.factor),
    prices: demoPrices(euros * choice.factor),
    initialStock: {
      warehouseCode: choiceOf(warehouses, `${key} warehouse ${index}`),
      quantity: numberOf([5, 200], `${key} stock ${index}`),
    },
  }));
}

function choicesOf({ variants }: ShelfPlan, key: string): Choice[] {
  switch (variants) {
    case 'NONE':
      return [{ name: '', value: '', factor: 1 }];
    case 'COLOUR': {
      const first = numberOf([0, colours.length - 1], `${key} colour`);
      const count = numberOf([1, 4], `${key} colours`);
      const ofProduct = Array.from(
        { length: count },
        (_, index) => colours[(first + index * 3) % colours.length] ?? '',
      );
      return ofProduct.map((value) => ({ name: 'Colour', value, factor: 1 }));
    }
    case 'CLOTHES_SIZE':
      return ['S', 'M', 'L', 'XL'].map((value) => ({ name: 'Size', value, factor: 1 }));
    case 'SHOE_SIZE': {
      const sizes = fractionOf(`${key} last`) < 0.5 ? ['36', '37', '38', '39'] : ['41', '42', '43', '44'];
      return sizes.map((value) => ({ name: 'Size', value, factor: 1 }));
    }
    case 'FORMAT':
      return ['Small', 'Medium', 'Large'].map((value, index) => ({ name: 'Format', value, factor: 1 + index * 0.35 }));
  }
}

/** More things are cheap than dear. */
function eurosOf({ euros: [cheapest, dearest] }: ShelfPlan, key: string): number {
  return cheapest + (dearest - cheapest) * fractionOf(`${key} euros`) ** 2;
}
