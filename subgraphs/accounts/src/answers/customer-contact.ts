import { answerTo } from '@souk/kit/asking';
import { askCustomerContact } from '@souk/schema/questions/accounts';
import { Customer } from '../domain/customer.js';

/** Tells how to reach a customer. */
export const answerCustomerContact = answerTo(askCustomerContact, async ({ customerId }, { em }) => {
  const customer = await em.findOne(Customer, { id: customerId });
  if (!customer) return { contact: null };
  const { email, name, locale } = customer;
  return { contact: { email, name, locale } };
});
