import { InvalidPaymentTokenError, PaymentRequiredError } from './order.errors.js';
import type { Amount } from './quote.js';

export const paymentProviders = ['STRIPE'] as const;
export type PaymentProvider = (typeof paymentProviders)[number];

/** How the buyer wants to pay. */
export interface PaymentChoice {
  provider: PaymentProvider;
  /** The provider's token of a payment method. */
  token: string;
}

/**
 * What an amount is paid with; nothing when there is nothing to pay, whatever was chosen.
 * @throws {PaymentRequiredError} when there is, and nothing was chosen.
 */
export function paymentFor({ amountMinor }: Amount, chosen: PaymentChoice | null): PaymentChoice | null {
  if (amountMinor === 0) return null;
  if (!chosen) throw new PaymentRequiredError();
  return chosen;
}

/** @throws {InvalidPaymentTokenError} when there is no token, or a card's number in its place: that is never kept. */
export function mustBeToken(token: string): void {
  if (token.trim().length === 0 || token.length > 255 || isCardNumber(token)) throw new InvalidPaymentTokenError();
}

/** Whether a text is 13 to 19 digits, perhaps in groups, whose check digit is right (Luhn). */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const weighted = Array.from(digits)
    .reverse()
    .map(Number)
    .map((digit, index) => digit * (1 + (index % 2)));
  return weighted.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}
