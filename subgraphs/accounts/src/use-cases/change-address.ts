import { inTransaction } from '@souk/kit/persistence';
import { AddressNotFoundError } from '../domain/saved-address.errors.js';
import { type AddressDraft, SavedAddress } from '../domain/saved-address.js';
import type { AccountsWork } from './credentials.js';

/**
 * Changes an address in a customer's book.
 * @throws {AddressNotFoundError} when it is absent or somebody else's. @throws {InvalidAddressError}
 */
export async function changeAddress(
  { em }: Pick<AccountsWork, 'em'>,
  { id, customerId }: { id: string; customerId: string },
  draft: AddressDraft,
): Promise<SavedAddress> {
  return inTransaction(em, async (transaction) => {
    const address = await transaction.findOne(SavedAddress, { id, customerId });
    if (!address) throw new AddressNotFoundError();
    address.change(draft);
    return address;
  });
}
