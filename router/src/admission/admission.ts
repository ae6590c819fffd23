import { all, type Concern } from './concern.js';
import { limitLists } from './list-sizes.js';
import { operationLimits } from './operation-limits.js';
import { requireSoundText } from './sound-text.js';
import { requirePost, requireStream } from './way-in.js';

/** Everything that decides about an operation before it is executed, whatever way it came in; what costs least, first. */
export function createAdmission(): Concern {
  return all([requireStream, requirePost, ...operationLimits, requireSoundText, ...limitLists]);
}
