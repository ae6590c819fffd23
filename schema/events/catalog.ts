import { currencyField, defineEvent, idField } from '@souk/kit/contracts';
import { z } from 'zod';

const product = z.object({ productId: idField, slug: z.string() });
const variant = z.object({ variantId: idField, sku: z.string() });

export const productCreatedV1 = defineEvent('catalog.product.created.v1', {
  schema: product.extend({
    variants: z
      .array(
        variant.extend({
          initialStock: z
            .object({ warehouseCode: z.string(), quantity: z.int().nonnegative() })
            .nullable()
            .describe('Stock that the creator said is there, such as an import file; inventory receives it once.'),
        }),
      )
      .min(1),
  }),
  consumers: ['inventory'],
  description: 'A product, with its variants, may be sold.',
});

export const productUpdatedV1 = defineEvent('catalog.product.updated.v1', {
  schema: product.extend({ variants: z.array(variant) }),
  consumers: ['router'],
  description: 'Something a customer sees of a product has changed.',
});

export const productWithdrawnV1 = defineEvent('catalog.product.withdrawn.v1', {
  schema: product,
  consumers: ['router'],
  description: 'A product is no longer sold.',
});

export const priceChangedV1 = defineEvent('catalog.price.changed.v1', {
  schema: z.object({
    productId: idField,
    variantId: idField,
    amountMinor: z.int().nonnegative(),
    currency: currencyField,
  }),
  consumers: ['router'],
  description: 'A variant has a new price in a currency.',
});
