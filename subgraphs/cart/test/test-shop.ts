import { answerTo } from '@souk/kit/asking';
import { newId } from '@souk/kit/domain';
import type { SubgraphParts } from '@souk/kit/server';
import { answerQuestions } from '@souk/kit/testing';
import { askVariants } from '@souk/schema/questions/catalog';
import { askShippingRates } from '@souk/schema/questions/shipping';

export interface TestVariant {
  variantId: string;
  productId: string;
  sku: string;
  name: string;
  /** In minor units, by currency. */
  prices: Record<string, number>;
  taxClassCode: string;
  isActive: boolean;
  weightGrams: number;
}

export interface TestRate {
  methodCode: string;
  priceMinor: number;
  /** Where it is offered; everywhere when not said. */
  countryCodes?: string[];
}

/** Stands where catalog and shipping stand, and answers over the real broker. */
export interface TestShop {
  /** Puts something on sale and returns its id. */
  sell(variant?: Partial<TestVariant>): string;
  variant(variantId: string): TestVariant;
  rates: TestRate[];
  /** How often catalog was asked. */
  timesAsked: number;
  /** Neither answers from now on. */
  close(): Promise<void>;
  open(): void;
}

export function openTestShop(parts: SubgraphParts): TestShop {
  const variants = new Map<string, TestVariant>();
  let close: () => Promise<void> = async () => undefined;
  const shop: TestShop = {
    rates: [
      { methodCode: 'standard', priceMinor: 500 },
      { methodCode: 'express', priceMinor: 1_500 },
    ],
    timesAsked: 0,
    sell: (more = {}) => {
      const variant = aVariant(more);
      variants.set(variant.variantId, variant);
      return variant.variantId;
    },
    variant: (variantId) => {
      const variant = variants.get(variantId);
      if (!variant) throw new Error('This shop does not sell that.');
      return variant;
    },
    close: () => close(),
    open: () => {
      close = answerQuestions(parts, [catalogOf(shop, variants), shippingOf(shop)]);
    },
  };
  shop.open();
  return shop;
}

function aVariant(more: Partial<TestVariant>): TestVariant {
  return {
    variantId: newId(),
    productId: newId(),
    sku: 'SKU-1',
    name: 'A thing',
    prices: { EUR: 1_000, USD: 1_100 },
    taxClassCode: 'standard',
    isActive: true,
    weightGrams: 250,
    ...more,
  };
}

function catalogOf(shop: TestShop, variants: ReadonlyMap<string, TestVariant>) {
  return answerTo(askVariants, async ({ variantIds, currency }) => {
    shop.timesAsked += 1;
    const known = variantIds.map((variantId) => variants.get(variantId)).filter((variant) => variant !== undefined);
    return {
      variants: known.map(({ prices, ...variant }) => {
        const amountMinor = prices[currency];
        return { ...variant, unitPrice: amountMinor === undefined ? null : { amountMinor, currency } };
      }),
    };
  });
}

function shippingOf(shop: TestShop) {
  return answerTo(askShippingRates, async ({ destination, currency }) => ({
    rates: shop.rates
      .filter(({ countryCodes }) => !countryCodes || countryCodes.includes(destination.countryCode))
      .map(({ methodCode, priceMinor }) => ({
        methodCode,
        name: methodCode,
        price: { amountMinor: priceMinor, currency },
        taxClassCode: 'standard',
        minDays: 1,
        maxDays: 3,
      })),
  }));
}
