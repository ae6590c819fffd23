import { newId } from '@souk/kit/domain';
import type { askOrderSummary } from '@souk/schema/questions/orders';
import type { z } from 'zod';

/** What orders tells of an order. */
export type OrderSummary = NonNullable<z.infer<typeof askOrderSummary.reply>['order']>;

let count = 0;

/** An order of two kinds of goods, of a customer with an account. */
export function anOrder(more: Partial<OrderSummary> = {}): OrderSummary {
  count += 1;
  return {
    orderId: newId(),
    orderNumber: `S-${1_000 + count}`,
    customerId: newId(),
    contactEmail: null,
    locale: 'en',
    lines: [
      { sku: 'CUP-1', name: 'Stoneware cup', quantity: 2, lineTotal: euros(24) },
      { sku: 'POT-1', name: 'Tea pot', quantity: 1, lineTotal: euros(39.5) },
    ],
    subtotal: euros(63.5),
    shippingPrice: euros(4.9),
    taxTotal: euros(10.92),
    total: euros(68.4),
    shippingAddress: anAddress(),
    shippingMethodName: 'Standard',
    weightGrams: 1_400,
    ...more,
  };
}

/** An order of somebody without an account. */
export function aGuestOrder(more: Partial<OrderSummary> = {}): OrderSummary {
  return anOrder({ contactEmail: `guest-${newId()}@example.com`, ...more });
}

export function anAddress(): OrderSummary['shippingAddress'] {
  const [line2, region, phone] = [null, null, null];
  const place = { city: 'Berlin', postalCode: '10115', countryCode: 'DE' };
  return { name: 'A Buyer', line1: 'Market Street 1', line2, region, phone, ...place };
}

export function euros(amount: number): { amountMinor: number; currency: string } {
  return { amountMinor: Math.round(amount * 100), currency: 'EUR' };
}
