import type { CheckContext } from '../check.js';
import type { Finding } from '../finding.js';
import { exampleDeprecation, houseForm, removalDate, saysWhatToUse } from './deprecation-reason.js';
import { elementsOf } from './elements-of.js';
import { sourcesOf } from './source-of.js';

/** Every deprecation must say what to use instead and on which day it may go, so that clients can follow in time. */
export function deprecationPolicy(context: CheckContext): Finding[] {
  const sourceOf = sourcesOf(context);
  return elementsOf(context.after.api).flatMap(({ coordinate, deprecationReason: reason }) => {
    if (reason === undefined || (saysWhatToUse(reason) && removalDate(reason))) return [];
    return {
      check: 'api',
      level: 'error',
      code: 'DEPRECATION_FORM',
      coordinate,
      message: `Its deprecation says "${reason}", which is not the house's form: ${houseForm}`,
      fix: `Name what to use and the day: ${exampleDeprecation(context.today)}. If nothing comes instead: "Nothing replaces it. Removal: …".`,
      ...sourceOf(coordinate),
    };
  });
}
