import type { InvariantId, Violation } from '../../invariants/invariant.js';

/** What people ask whether it happened, and the invariants that would have broken. */
export interface Word {
  word: string;
  meaning: string;
  invariants: readonly InvariantId[];
}

/**
 * The only place that turns invariants into words. One that stands for several words counts as broken under each of them:
 * a breach is rather told twice than under the wrong name.
 */
export const words: readonly Word[] = [
  {
    word: 'lost',
    meaning: 'acknowledged and not there: an order, a change of stock or money, an event, a thing in a cart',
    invariants: ['I3', 'I5', 'I10'],
  },
  {
    word: 'doubled',
    meaning: 'done twice: an order, a charge, the handling of an event, a mail that nobody died over',
    invariants: ['I2', 'I3', 'I5', 'I7'],
  },
  { word: 'money that differs', meaning: 'our books, the provider’s and the orders disagree', invariants: ['I2'] },
  { word: 'oversold', meaning: 'promised or shipped without being there', invariants: ['I1'] },
  { word: 'undersold', meaning: 'held for nobody although it could be sold', invariants: ['I1'] },
  {
    word: 'stuck',
    meaning: 'an order, an event or the whole shop that does not come to rest',
    invariants: ['I4', 'I5', 'I13'],
  },
  {
    word: 'illegal histories',
    meaning: 'steps of an order that may not be, are not written down or not in the audit log',
    invariants: ['I4', 'I11'],
  },
  { word: 'out of order', meaning: 'events that left or were applied in another order', invariants: ['I6'] },
  {
    word: 'gaps at subscribers',
    meaning: 'changes missed, repeated or reversed for who follows an order',
    invariants: ['I8'],
  },
  { word: 'mails missing', meaning: 'a step of an order that nobody was told of', invariants: ['I7'] },
  { word: 'deaths and leaks', meaning: 'a process that ended by itself, a secret in a log', invariants: ['I12'] },
  { word: 'deadlocks', meaning: 'transactions that waited for each other', invariants: ['I14'] },
];

export function countOf({ invariants }: Word, violations: readonly Violation[]): number {
  return violations.filter(({ invariant }) => invariants.includes(invariant)).length;
}
