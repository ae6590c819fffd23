import { PublicError } from '@souk/kit/domain';
import { tooSlow, unavailable } from '../../../src/subgraphs/subgraph-errors.js';
import { hash } from './hash.js';

export const faultKinds = [
  'none',
  'a resolver fails',
  'a subgraph is down',
  'a subgraph is too slow',
  'a subgraph breaks',
  'a subgraph refuses',
  'a value is null',
  'a field is missing',
  'a leaf is of another type',
  'an object is of another form',
  'a type is unknown',
  'an entity is missing',
  'there are no entities',
  'there are too few entities',
] as const;

/** What goes wrong, and where: places are chosen by a number, so that the same happens in every run. */
export interface Fault {
  kind: (typeof faultKinds)[number];
  subgraph: string;
  salt: number;
  /** About one place in so many is hit. */
  oneIn: number;
}

export function isHit({ salt, oneIn }: Fault, place: string): boolean {
  return hash(`${salt} ${place}`) % oneIn === 0;
}

/** @throws what a fetch fails with that fails as a whole. */
export function failWholly({ kind }: Fault): void {
  if (kind === 'a subgraph is down') throw unavailable();
  if (kind === 'a subgraph is too slow') throw tooSlow();
  if (kind === 'a subgraph breaks') throw new PublicError('INTERNAL_SERVER_ERROR', 'No answer.');
}
