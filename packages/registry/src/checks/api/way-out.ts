import { moveUsers } from '../moving-on.js';
import { alternativeTo, giveBack, putBack } from './alternatives.js';
import type { ApiChange } from './api-change.js';
import { exampleDeprecation } from './deprecation-reason.js';
import type { RemovalContext } from './lasting-leads.js';
import type { Obstacle } from './removal-obstacle.js';

/** What mends a breaking change, for exactly what stands against it. */
export function wayOut(obstacle: Obstacle, change: ApiChange, context: RemovalContext): string {
  switch (obstacle.kind) {
    case 'not-deprecatable':
    case 'not-deprecated':
      return alternativeTo(change, context);
    case 'not-removed':
      return (
        `${giveBack(change)}: what is deprecated may go, not become something else. Or remove it as its deprecation says, ` +
        'have that accepted (npm run schema:accept), and add it anew.'
      );
    case 'no-day':
      return `${putBack(change)} and name the day of its removal in its reason: ${exampleDeprecation(context.today)}.`;
    case 'too-early':
      return `${putBack(change)} until ${obstacle.day} is past, as its deprecation says; today is ${context.today}.`;
    case 'led-to':
      return (
        `${putBack(change)} and deprecate first what leads to it, ${obstacle.leads.join(', ')}: ` +
        `${exampleDeprecation(context.today)}. It may go together with them.`
      );
    case 'used':
      return `${putBack(change)} until nobody uses it: ${moveUsers(change.users)}.`;
  }
}
