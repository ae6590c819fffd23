import { noSuch } from '../failures/stripe-failure.js';

export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  param?: string;
}

/** A card of Stripe's test mode, and what comes of charging it. */
export interface TestCard {
  brand: string;
  last4: string;
  /** The cardholder must first say yes (3-D Secure). */
  asksCardholder?: boolean;
  decline?: Decline;
}

function declined(declineCode: string, message = 'Your card was declined.'): Decline {
  return { code: 'card_declined', declineCode, message };
}

const insufficientFunds = declined('insufficient_funds', 'Your card has insufficient funds.');

/** By the token that stands for the card; tokens and outcomes are Stripe's own. */
export const testCards: ReadonlyMap<string, TestCard> = new Map<string, TestCard>([
  ['pm_card_visa', { brand: 'visa', last4: '4242' }],
  ['pm_card_visa_debit', { brand: 'visa', last4: '5556' }],
  ['pm_card_mastercard', { brand: 'mastercard', last4: '4444' }],
  ['pm_card_amex', { brand: 'amex', last4: '8431' }],
  ['pm_card_visa_chargeDeclined', { brand: 'visa', last4: '0002', decline: declined('generic_decline') }],
  ['pm_card_chargeDeclined', { brand: 'visa', last4: '0002', decline: declined('generic_decline') }],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', { brand: 'visa', last4: '9995', decline: insufficientFunds }],
  ['pm_card_chargeDeclinedInsufficientFunds', { brand: 'visa', last4: '9995', decline: insufficientFunds }],
  ['pm_card_visa_chargeDeclinedLostCard', { brand: 'visa', last4: '9987', decline: declined('lost_card') }],
  ['pm_card_visa_chargeDeclinedStolenCard', { brand: 'visa', last4: '9979', decline: declined('stolen_card') }],
  [
    'pm_card_chargeDeclinedExpiredCard',
    {
      brand: 'visa',
      last4: '0069',
      decline: {
        code: 'expired_card',
        declineCode: 'expired_card',
        message: 'Your card has expired.',
        param: 'exp_month',
      },
    },
  ],
  [
    'pm_card_chargeDeclinedIncorrectCvc',
    {
      brand: 'visa',
      last4: '0127',
      decline: {
        code: 'incorrect_cvc',
        declineCode: 'incorrect_cvc',
        message: "Your card's security code is incorrect.",
        param: 'cvc',
      },
    },
  ],
  [
    'pm_card_chargeDeclinedProcessingError',
    {
      brand: 'visa',
      last4: '0119',
      decline: {
        code: 'processing_error',
        declineCode: 'processing_error',
        message: 'An error occurred while processing your card. Try again in a little bit.',
      },
    },
  ],
  ['pm_card_authenticationRequired', { brand: 'visa', last4: '3155', asksCardholder: true }],
  ['pm_card_threeDSecure2Required', { brand: 'visa', last4: '3220', asksCardholder: true }],
  [
    'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    { brand: 'visa', last4: '9995', asksCardholder: true, decline: insufficientFunds },
  ],
]);

/** @throws {StripeFailure} resource_missing, when no test card has this token. */
export function cardFor(token: string): TestCard {
  const card = testCards.get(token);
  if (!card) throw noSuch('PaymentMethod', token, 'payment_method');
  return card;
}
