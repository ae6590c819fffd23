import { type Answer, answerTo } from '@souk/kit/asking';
import { askCustomerContact } from '@souk/schema/questions/accounts';
import { askVariants } from '@souk/schema/questions/catalog';
import { askOrderLinkSecret, askOrderSummary } from '@souk/schema/questions/orders';
import type { OrderSummary } from './builders/an-order.js';

export interface Contact {
  email: string;
  name: string;
  locale: string;
}

/** Stands where orders, accounts and catalog stand: answers from what a test has put in. */
export class TestShop {
  readonly orders = new Map<string, OrderSummary>();
  readonly contacts = new Map<string, Contact>();
  readonly variants = new Map<string, { sku: string; name: string }>();
  /** Secrets that were given out, by order. */
  readonly secrets = new Map<string, string[]>();

  /** Puts in an order, and an account for whoever placed it unless they were a guest. Returns where mail goes. */
  add(order: OrderSummary, name = 'A Customer'): string {
    this.orders.set(order.orderId, order);
    if (order.contactEmail) return order.contactEmail;
    return this.addCustomer(order.customerId, { name, locale: order.locale });
  }

  addCustomer(customerId: string, { name = 'A Customer', locale = 'en' } = {}): string {
    const email = `${customerId}@example.com`;
    this.contacts.set(customerId, { email, name, locale });
    return email;
  }

  /** Orders about which nobody answers until then. */
  private readonly silences = new Map<string, Promise<void>>();

  /** Returns how to end it. */
  fallSilentAbout(orders: readonly OrderSummary[]): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const { orderId } of orders) this.silences.set(orderId, promise);
    return resolve;
  }

  readonly answers: readonly Answer[] = [
    answerTo(askOrderSummary, async ({ orderId }) => {
      await this.silences.get(orderId);
      return { order: this.orders.get(orderId) ?? null };
    }),
    answerTo(askCustomerContact, async ({ customerId }) => ({ contact: this.contacts.get(customerId) ?? null })),
    answerTo(askOrderLinkSecret, async ({ orderId }) => ({ secret: this.issueSecret(orderId) })),
    answerTo(askVariants, async ({ variantIds }) => ({ variants: variantIds.flatMap((id) => this.variantsOf(id)) })),
  ];

  private issueSecret(orderId: string): string | null {
    const order = this.orders.get(orderId);
    if (!order?.contactEmail || this.contacts.has(order.customerId)) return null;
    const issued = this.secrets.get(orderId) ?? [];
    const secret = `secret-${issued.length + 1}-of-${orderId}`;
    this.secrets.set(orderId, [...issued, secret]);
    return secret;
  }

  private variantsOf(variantId: string) {
    const variant = this.variants.get(variantId);
    if (!variant) return [];
    const terms = { unitPrice: null, taxClassCode: 'standard', isActive: true, weightGrams: 100 };
    return [{ variantId, productId: variantId, ...variant, ...terms }];
  }
}
