import type { AccountsContext } from '../context.js';
import { customerById } from '../persistence/find-customers.js';
import { type CustomerType, toCustomerType } from './customer.type.js';

/** The customer another subgraph refers to; null when absent or not the caller's to see. */
export async function resolveCustomer({ id }: { id: string }, context: AccountsContext): Promise<CustomerType | null> {
  const customer = await customerById(context).load(id);
  return customer && toCustomerType(customer);
}
