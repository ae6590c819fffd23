import { InvalidEmailError } from './customer.errors.js';

/** An e-mail address as it is compared: trimmed, in lower case. @throws {InvalidEmailError} when it cannot be one. */
export function toEmailAddress(text: string): string {
  const address = text.trim().toLowerCase();
  if (address.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) throw new InvalidEmailError();
  return address;
}
