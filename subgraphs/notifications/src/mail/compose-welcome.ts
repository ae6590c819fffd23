import { askCustomerContact } from '@souk/schema/questions/accounts';
import { welcome } from '../templates/welcome.template.js';
import type { AddressedLetter, Desk } from './desk.js';
import { UndeliverableError } from './mailer.js';

/** Greets a new customer at the address that they gave. @throws {UndeliverableError} when the account is gone. */
export async function composeWelcome(customerId: string, { ask, storefront }: Desk): Promise<AddressedLetter> {
  const { contact } = await ask(askCustomerContact, { customerId });
  if (!contact) throw new UndeliverableError('There is no such customer any more.');
  const { name, email, locale } = contact;
  return { to: { name, address: email }, letter: welcome({ name, locale, url: storefront.home }) };
}
