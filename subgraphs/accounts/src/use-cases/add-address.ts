import { inTransaction } from '@souk/kit/persistence';
import { CustomerNotFoundError } from '../domain/customer.errors.js';
import { Customer } from '../domain/customer.js';
import { type AddressDraft, SavedAddress } from '../domain/saved-address.js';
import type { AccountsWork } from './credentials.js';

/** Puts an address into a customer's book. @throws {InvalidAddressError} @throws {CustomerNotFoundError} for guests. */
export async function addAddress(
  { em, now }: Pick<AccountsWork, 'em' | 'now'>,
  customerId: string,
  draft: AddressDraft,
): Promise<SavedAddress> {
  return inTransaction(em, async (transaction) => {
    if (!(await transaction.count(Customer, { id: customerId }))) throw new CustomerNotFoundError();
    const address = SavedAddress.of(customerId, draft, now());
    transaction.persist(address);
    return address;
  });
}
