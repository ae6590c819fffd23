import { defineLoader, groupBy, indexBy } from '@souk/kit/graphql';
import { ownerIdsOf } from '@souk/kit/identity';
import type { AccountsContext } from '../context.js';
import { Customer } from '../domain/customer.js';
import { SavedAddress } from '../domain/saved-address.js';

/** Customers by id: the caller's own, and all of them for who may read customers. */
export const customerById = defineLoader(async (ids, { em, caller }: AccountsContext) => {
  const mayReadAll = caller.scopes.includes('customers:read');
  const visible = mayReadAll ? ids : ids.filter((id) => ownerIdsOf(caller).includes(id));
  return indexBy(await em.find(Customer, { id: { $in: [...visible] } }), (customer) => customer.id);
});

/** The address books of customers, oldest entry first. */
export const addressesByCustomerId = defineLoader(async (ids, { em }: AccountsContext) => {
  const rows = await em.find(
    SavedAddress,
    { customerId: { $in: [...ids] } },
    { orderBy: { addedAt: 'asc', id: 'asc' } },
  );
  return groupBy(rows, (row) => row.customerId);
});
