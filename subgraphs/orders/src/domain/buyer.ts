import { EmailRequiredError, InvalidEmailError } from './order.errors.js';

/** Nothing that means more than itself in the header of a mail: no name beside the address, no second address. */
const emailPattern = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/;

/** Who orders, and how to reach them. */
export interface Buyer {
  /** The customer's id, or the guest's. */
  customerId: string;
  isGuest: boolean;
  /** Always there for guests; customers may give another address than their account's. */
  contactEmail: string | null;
  /** The language for messages: a BCP 47 tag. */
  locale: string;
}

/**
 * The buyer with the e-mail address as it is compared: trimmed, in lower case.
 * @throws {EmailRequiredError} when a guest gives none. @throws {InvalidEmailError} when it cannot be one.
 */
export function toReachable(buyer: Buyer): Buyer {
  const contactEmail = buyer.contactEmail?.trim().toLowerCase() || null;
  if (contactEmail === null && buyer.isGuest) throw new EmailRequiredError();
  if (contactEmail !== null && !isEmail(contactEmail)) throw new InvalidEmailError();
  return { ...buyer, contactEmail };
}

function isEmail(text: string): boolean {
  return text.length <= 254 && emailPattern.test(text);
}
