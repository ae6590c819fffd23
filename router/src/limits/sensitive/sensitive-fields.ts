import type { BucketSize } from '../buckets/bucket.js';

/** Who is meant when calls are counted. The caller is a user or guest, or an address without a token. */
export type CountedBy = 'account' | 'address' | 'account and address' | 'caller';

export interface CallLimit {
  by: CountedBy;
  size: BucketSize;
}

/** Fields whose calls are counted together. */
export interface SensitiveClass {
  name: string;
  limits: readonly CallLimit[];
  /** Where the account stands in the arguments that the call is about. */
  account?: readonly [argument: string, field: string];
  /** Whether calls go on, counted by each router for itself, when nobody can count for all of them. */
  goesOnAlone: boolean;
}

const minute = 60;
const hour = 60 * minute;

/** So many at once; then they come back evenly, in the time given. */
function calls(capacity: number, seconds: number): BucketSize {
  return { capacity, perSecond: capacity / seconds };
}

/** Root fields that are worth attacking, however cheap they are. Limits are per class: `{ by, size }`. */
export const sensitiveFields: Readonly<Record<string, SensitiveClass>> = {
  'Mutation.signIn': {
    name: 'sign-in',
    account: ['input', 'email'],
    limits: [
      { by: 'account and address', size: calls(5, 15 * minute) },
      { by: 'address', size: calls(20, hour) },
      { by: 'account', size: calls(100, hour) },
    ],
    goesOnAlone: false,
  },
  'Mutation.register': {
    name: 'register',
    account: ['input', 'email'],
    limits: [
      { by: 'address', size: calls(20, hour) },
      { by: 'account', size: calls(5, hour) },
    ],
    goesOnAlone: false,
  },
  'Mutation.refreshSession': {
    name: 'refresh',
    limits: [{ by: 'address', size: calls(600, hour) }],
    goesOnAlone: false,
  },
  'Mutation.openOrderLink': {
    name: 'order-link',
    limits: [{ by: 'address', size: calls(30, hour) }],
    goesOnAlone: false,
  },
  'Mutation.startGuestSession': {
    name: 'guest-session',
    limits: [{ by: 'address', size: calls(60, hour) }],
    goesOnAlone: false,
  },
  'Mutation.placeOrder': {
    name: 'pay',
    limits: [{ by: 'caller', size: calls(20, 10 * minute) }],
    goesOnAlone: true,
  },
  'Query.searchProducts': {
    name: 'search',
    limits: [{ by: 'caller', size: calls(120, minute) }],
    goesOnAlone: true,
  },
};
