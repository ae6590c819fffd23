import { newId } from '@souk/kit/domain';
import { InvalidAddressError } from './saved-address.errors.js';

export interface AddressDraft {
  name: string;
  line1: string;
  line2: string | null;
  city: string;
  postalCode: string;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  phone: string | null;
}

const longest = 200;

/** An address in a customer's book. */
export class SavedAddress {
  /** Use {@link SavedAddress.of}; public only because the object-relational mapper needs it. */
  constructor(
    readonly id: string,
    readonly customerId: string,
    public address: AddressDraft,
    readonly addedAt: Date,
  ) {}

  /** @throws {InvalidAddressError} that names the field at fault. */
  static of(customerId: string, draft: AddressDraft, now: Date): SavedAddress {
    return new SavedAddress(newId(), customerId, checked(draft), now);
  }

  /** @throws {InvalidAddressError} that names the field at fault. */
  change(draft: AddressDraft): void {
    this.address = checked(draft);
  }
}

function checked(draft: AddressDraft): AddressDraft {
  for (const field of ['name', 'line1', 'city', 'postalCode'] as const) {
    if (draft[field].trim().length === 0) throw new InvalidAddressError(field, 'is needed');
  }
  for (const [field, value] of Object.entries(draft)) {
    if (typeof value === 'string' && value.length > longest) throw new InvalidAddressError(field, 'is too long');
  }
  if (!/^[A-Z]{2}$/.test(draft.countryCode)) throw new InvalidAddressError('countryCode', 'is not an ISO 3166-1 code');
  return draft;
}
