import { all, type Concern } from './concern.js';
import { limitLists } from './list-sizes.js';
import { operationLimits } from './operation-limits.js';
import { requireSoundText } from './sound-text.js';
import { requirePost, requireStream } from './way-in.js';

/**
 * Everything that decides about an operation before it is executed, whatever way it came in; what costs least, first.
 * @param callerLimits what may be sent at all, and what a caller may do altogether: nothing is charged for what is refused.
 */
export function createAdmission(callerLimits: readonly Concern[]): Concern {
  return all([requireStream, requirePost, ...operationLimits, requireSoundText, ...limitLists, ...callerLimits]);
}
