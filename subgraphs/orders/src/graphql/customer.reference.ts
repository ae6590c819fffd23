import { requireId } from '@souk/kit/graphql';
import { type CustomerType, toCustomerType } from './customer.type.js';

/** The customer another subgraph refers to. What orders knows of them is guarded field by field. */
export function resolveCustomer({ id }: { id: string }): CustomerType {
  return toCustomerType(requireId(id));
}
