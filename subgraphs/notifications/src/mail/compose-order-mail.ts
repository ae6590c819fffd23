import type { Ask } from '@souk/kit/asking';
import { askCustomerContact } from '@souk/schema/questions/accounts';
import { askOrderLinkSecret, askOrderSummary } from '@souk/schema/questions/orders';
import type { OrderContent } from '../domain/message-content.js';
import type { OrderFacts } from '../templates/order-facts.js';
import { renderOrderMail } from '../templates/render-order-mail.js';
import type { AddressedLetter, Desk } from './desk.js';
import { type Recipient, UndeliverableError } from './mailer.js';

interface OrderSummary extends OrderFacts {
  orderId: string;
  customerId: string;
  contactEmail: string | null;
}

/**
 * Writes to a buyer about an order: to the address that stands on the order, or else to that of the account.
 * @throws {UndeliverableError} when order or account are not there.
 */
export async function composeOrderMail(content: OrderContent, { ask, storefront }: Desk): Promise<AddressedLetter> {
  const { order } = await ask(askOrderSummary, { orderId: content.orderId });
  if (!order) throw new UndeliverableError('There is no such order.');
  const [to, secret] = await Promise.all([buyerOf(order, ask), linkSecretOf(order, ask)]);
  const url = secret === null ? storefront.orderUrl(order.orderNumber) : storefront.orderLinkUrl(secret);
  return { to, letter: renderOrderMail(content, { order, name: to.name, url }) };
}

async function buyerOf({ contactEmail, customerId, shippingAddress }: OrderSummary, ask: Ask): Promise<Recipient> {
  if (contactEmail !== null) return { name: shippingAddress.name, address: contactEmail };
  const { contact } = await ask(askCustomerContact, { customerId });
  if (!contact) throw new UndeliverableError('There is no address to write to.');
  return { name: contact.name, address: contact.email };
}

/** The secret that opens a guest's order; null for those who sign in to see it, though the order may bear an address. */
async function linkSecretOf({ contactEmail, orderId }: OrderSummary, ask: Ask): Promise<string | null> {
  if (contactEmail === null) return null;
  const { secret } = await ask(askOrderLinkSecret, { orderId });
  return secret;
}
