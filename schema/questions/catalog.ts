import { currencyField, defineQuestion, idField, moneyField } from '@souk/kit/contracts';
import { z } from 'zod';

export const askVariants = defineQuestion('ask.catalog.variants.v1', {
  request: z.object({ variantIds: z.array(idField).max(200), currency: currencyField, channelId: z.string() }),
  reply: z.object({
    variants: z
      .array(
        z.object({
          variantId: idField,
          productId: idField,
          sku: z.string(),
          name: z.string(),
          unitPrice: moneyField.nullable().describe('Null when it has no price in that currency.'),
          taxClassCode: z.string(),
          isActive: z.boolean(),
          weightGrams: z.int().nonnegative(),
        }),
      )
      .describe('Variants that are not there are left out.'),
  }),
  timeoutMs: 2_000,
  description: 'What variants cost now, how they are taxed, and whether they are sold.',
});
