import { AddressNotFoundError } from '../domain/saved-address.errors.js';
import { SavedAddress } from '../domain/saved-address.js';
import type { AccountsWork } from './credentials.js';

/** Takes an address out of a customer's book. @throws {AddressNotFoundError} when it is absent or somebody else's. */
export async function removeAddress(
  { em }: Pick<AccountsWork, 'em'>,
  { id, customerId }: { id: string; customerId: string },
): Promise<void> {
  const count = await em.nativeDelete(SavedAddress, { id, customerId });
  if (count === 0) throw new AddressNotFoundError();
}
