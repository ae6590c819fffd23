import type { Amount, OrderContent } from '../domain/message-content.js';
import type { CustomerLetterFacts } from './customer-letter.js';

/** What orders tells of an order. */
export interface OrderFacts {
  orderNumber: string;
  locale: string;
  lines: readonly { name: string; quantity: number; lineTotal: Amount }[];
  subtotal: Amount;
  shippingPrice: Amount;
  taxTotal: Amount;
  total: Amount;
  shippingAddress: PostalAddress;
  shippingMethodName: string;
}

/** Whether there is nothing to pay: then no letter speaks of money that was asked for. */
export function isFree({ total }: OrderFacts): boolean {
  return total.amountMinor === 0;
}

export interface PostalAddress {
  name: string;
  line1: string;
  line2: string | null;
  city: string;
  postalCode: string;
  region: string | null;
  countryCode: string;
}

/** What every letter about an order is made from. It leads to the order; for guests with the secret that opens it. */
export interface OrderLetterFacts extends CustomerLetterFacts {
  order: OrderFacts;
}

/** The content of a template. */
export type ContentOf<Template extends OrderContent['template']> = Extract<OrderContent, { template: Template }>;
