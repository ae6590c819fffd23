import type { FaultPoint } from '@souk/kit/faults';
import type { OtherKind } from '../faults/fault-table.js';
import type { InvariantId } from '../invariants/invariant.js';

/** A piece of source text and what takes its place. */
export interface Replacement {
  /** From the repository's root. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
}

/** A variant of the shop that breaks one promise: the checker must find out. */
export interface Mutant {
  name: string;
  /** What it does wrong, as a sentence. */
  breaks: string;
  replacements: readonly Replacement[];
  /** Points at which its mistake shows soonest: they are visited first. */
  faultPoints: readonly FaultPoint[];
  /** Kinds of faults that bring it to light, where most do not. */
  kinds?: readonly OtherKind[];
  /** The invariants that its mistake can break: what else breaks was not broken by it. */
  betrayedBy: readonly InvariantId[];
}
