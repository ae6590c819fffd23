import { defineQuestion, idField, keepsAuditHead, moneyField, quantityField } from '@souk/kit/contracts';
import { z } from 'zod';
import { addressField } from './address.js';

export const askOpenOrderLink = defineQuestion('ask.orders.open-order-link.v1', {
  request: z.object({ secret: z.string().max(200) }),
  reply: z.object({ orderId: idField.nullable() }),
  timeoutMs: 2_000,
  description: 'Which order a secret link opens, if any.',
});

export const askOrderSummary = defineQuestion('ask.orders.order-summary.v1', {
  request: z.object({ orderId: idField }),
  reply: z.object({
    order: z
      .object({
        orderId: idField,
        orderNumber: z.string(),
        customerId: idField,
        contactEmail: z.string().nullable().describe('Set for guests; customers are reached through accounts.'),
        locale: z.string(),
        lines: z.array(z.object({ sku: z.string(), name: z.string(), quantity: quantityField, lineTotal: moneyField })),
        subtotal: moneyField,
        shippingPrice: moneyField,
        taxTotal: moneyField,
        total: moneyField,
        shippingAddress: addressField,
        shippingMethodName: z.string(),
        weightGrams: z.int().nonnegative(),
      })
      .nullable(),
  }),
  timeoutMs: 2_000,
  description: 'What a parcel or a message needs to know of an order.',
});

export const askOrderLinkSecret = defineQuestion('ask.orders.order-link-secret.v1', {
  request: z.object({ orderId: idField }),
  reply: z.object({ secret: z.string().nullable() }),
  timeoutMs: 2_000,
  description: "A new secret link to a guest's order, for the message that carries it. Earlier links stay good.",
});

export const askOrdersToKeepAuditHead = defineQuestion('ask.orders.keep-audit-head.v1', keepsAuditHead);
