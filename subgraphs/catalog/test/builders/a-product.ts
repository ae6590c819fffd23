import type { PriceDraft } from '../../src/domain/price.js';
import type { InitialStock } from '../../src/domain/product.js';
import type { Attribute, ProductImage } from '../../src/domain/product-details.js';

let count = 0;

export interface VariantOfTest {
  sku: string;
  options: Attribute[];
  weightGrams: number;
  prices: PriceDraft[];
  initialStock: InitialStock | null;
}

export interface ProductOfTest {
  title: string;
  description: string;
  brand: string | null;
  categoryIds: string[];
  taxClassCode: string;
  images: ProductImage[];
  attributes: Attribute[];
  variants: VariantOfTest[];
}

/** A product that may be put on sale; each test says only what matters to it. */
export function aProduct(more: Partial<ProductOfTest> = {}): ProductOfTest {
  return {
    title: 'Stoneware Mug',
    description: '',
    brand: null,
    categoryIds: [],
    taxClassCode: 'standard',
    images: [],
    attributes: [],
    variants: [aVariant()],
    ...more,
  };
}

/** A variant with a SKU of its own. */
export function aVariant(more: Partial<VariantOfTest> = {}): VariantOfTest {
  count += 1;
  return {
    sku: `TEST-${count}`,
    options: [],
    weightGrams: 300,
    prices: [{ currency: 'EUR', amountMinor: 1_250 }],
    initialStock: null,
    ...more,
  };
}
