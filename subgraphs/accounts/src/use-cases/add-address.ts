import { inTransaction } from '@souk/kit/persistence';
import { type AddressDraft, SavedAddress } from '../domain/saved-address.js';
import type { AccountsWork } from './credentials.js';

/** Puts an address into a customer's book. @throws {InvalidAddressError} */
export async function addAddress(
  { em, now }: Pick<AccountsWork, 'em' | 'now'>,
  customerId: string,
  draft: AddressDraft,
): Promise<SavedAddress> {
  const address = SavedAddress.of(customerId, draft, now());
  await inTransaction(em, async (transaction) => {
    transaction.persist(address);
  });
  return address;
}
