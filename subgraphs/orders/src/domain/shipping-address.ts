import { InvalidAddressError } from './order.errors.js';

/** Where the parcel goes. */
export interface ShippingAddress {
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
const longestPlace = 100;

/** @throws {InvalidAddressError} that names the field at fault. */
export function mustBeAddress(address: ShippingAddress): void {
  for (const field of ['name', 'line1', 'city', 'postalCode'] as const) {
    if (address[field].trim().length === 0) throw new InvalidAddressError(field, 'is needed');
  }
  for (const [field, value] of Object.entries(address)) {
    const limit = field === 'region' || field === 'postalCode' ? longestPlace : longest;
    if (typeof value === 'string' && value.length > limit) throw new InvalidAddressError(field, 'is too long');
  }
  if (!/^[A-Z]{2}$/.test(address.countryCode)) {
    throw new InvalidAddressError('countryCode', 'is not an ISO 3166-1 code');
  }
}
