import type { Random } from '../random.js';
import type { Manner } from './manners.js';

/** What becomes of a 3-D Secure payment. */
export type BankVisit = 'APPROVE' | 'REFUSE' | 'NEVER';

/** What somebody is about to do in the shop, decided before they come in. */
export interface TripPlan {
  /** Whether somebody with an account comes, if one is free. */
  isCustomer: boolean;
  /** How what changes the cart is sent, and how the order. */
  cartManner: Manner;
  orderManner: Manner;
  /** How many things they choose, or all that there is plenty of. */
  linesToAdd: number | 'ALL';
  changesMind: 'NO' | 'CHANGES' | 'REMOVES' | 'CLEARS';
  /** Stripe's token of a test card. */
  paymentToken: string;
  bankVisit: BankVisit;
  /** Sends another order with the key of the first. */
  reusesKey: boolean;
  /** How long after ordering they think better of it; null when they do not. */
  cancelsAfterMs: number | null;
  /** How many look at the order's way as it goes. */
  watchers: number;
}

const tokens = {
  pm_card_visa: 78,
  pm_card_mastercard: 8,
  pm_card_visa_chargeDeclined: 4,
  pm_card_visa_chargeDeclinedInsufficientFunds: 2,
  pm_card_authenticationRequired: 8,
};
const cartManners = { CALM: 78, DOUBLE: 12, IMPATIENT: 10, ABSENT: 0 };
const orderManners = { CALM: 64, DOUBLE: 20, IMPATIENT: 12, ABSENT: 4 };

export function planTrip(random: Random): TripPlan {
  return {
    isCustomer: random.chance(0.6),
    cartManner: random.pickWeighted<Manner>(cartManners),
    orderManner: random.pickWeighted<Manner>(orderManners),
    linesToAdd: random.integer(1, 3),
    changesMind: random.pickWeighted({ NO: 76, CHANGES: 14, REMOVES: 7, CLEARS: 3 }),
    paymentToken: random.pickWeighted(tokens),
    bankVisit: random.pickWeighted<BankVisit>({ APPROVE: 64, REFUSE: 30, NEVER: 6 }),
    reusesKey: random.chance(0.08),
    cancelsAfterMs: random.chance(0.12) ? random.integer(0, 4_000) : null,
    watchers: random.chance(0.28) ? random.integer(1, 2) : 0,
  };
}

/** Who comes in a rush wants what everybody wants, and knows it. */
export function planTripInRush(random: Random): TripPlan {
  return { ...planTrip(random), linesToAdd: 'ALL', changesMind: 'NO' };
}
