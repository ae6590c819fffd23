import { InvalidEmailError } from './customer.errors.js';

/** Nothing that means more than itself in the header of a mail: no name beside the address, no second address. */
const pattern = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/;

/** An e-mail address as it is compared: trimmed, in lower case. @throws {InvalidEmailError} when it cannot be one. */
export function toEmailAddress(text: string): string {
  const address = text.trim().toLowerCase();
  if (address.length > 254 || !pattern.test(address)) throw new InvalidEmailError();
  return address;
}
