import { currencyField, defineQuestion, idField, moneyField } from '@souk/kit/contracts';
import { z } from 'zod';
import { destinationField } from './address.js';

export const askShippingRates = defineQuestion('ask.shipping.rates.v1', {
  request: z.object({
    destination: destinationField,
    weightGrams: z.int().nonnegative(),
    subtotal: moneyField,
    currency: currencyField,
    channelId: z.string(),
  }),
  reply: z.object({
    rates: z
      .array(
        z.object({
          methodCode: z.string(),
          name: z.string(),
          price: moneyField,
          taxClassCode: z.string(),
          minDays: z.int().nonnegative(),
          maxDays: z.int().nonnegative(),
        }),
      )
      .describe('Cheapest first; empty when nothing is sent there.'),
  }),
  timeoutMs: 2_000,
  description: 'What sending a parcel somewhere costs.',
});

export const askStopShipment = defineQuestion('ask.shipping.stop-shipment.v1', {
  request: z.object({ orderId: idField, code: z.enum(['BY_CUSTOMER', 'BY_STAFF']) }),
  reply: z.object({
    stopped: z
      .boolean()
      .describe('False when the carrier has the parcel already. When true, no parcel of this order will ever leave.'),
  }),
  timeoutMs: 5_000,
  description: 'Keeps the goods of an order from leaving, if that is still possible. Repeating it changes nothing.',
});
