import { PublicError } from '@souk/kit/domain';

/** As much of an address as rates and taxes depend on. */
export interface Destination {
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  region: string | null;
  postalCode: string | null;
}

const longest = 100;

/** A destination as it is compared: trimmed, blanks left out. @throws {PublicError} BAD_USER_INPUT */
export function toDestination(place: {
  countryCode: string;
  region?: string | null | undefined;
  postalCode?: string | null | undefined;
}): Destination {
  if (!/^[A-Z]{2}$/.test(place.countryCode)) throw malformed('countryCode', 'is not an ISO 3166-1 code in capitals');
  const [region, postalCode] = [place.region?.trim() || null, place.postalCode?.trim() || null];
  if (region && region.length > longest) throw malformed('region', 'is too long');
  if (postalCode && postalCode.length > longest) throw malformed('postalCode', 'is too long');
  return { countryCode: place.countryCode, region, postalCode };
}

/** Whether `place` is inside `quoted`: the same country, and the same region and postal code where those were said. */
export function isWithin(place: Destination, quoted: Destination): boolean {
  if (place.countryCode !== quoted.countryCode) return false;
  return (['region', 'postalCode'] as const).every((part) => quoted[part] === null || quoted[part] === place[part]);
}

export function isSamePlace(left: Destination, right: Destination): boolean {
  return isWithin(left, right) && isWithin(right, left);
}

function malformed(field: string, problem: string): PublicError {
  return new PublicError('BAD_USER_INPUT', `"${field}" ${problem}.`, { field });
}
