import { moveUsers } from '../moving-on.js';
import { alternativeTo } from './alternatives.js';
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
    case 'no-day':
      return `Put it back and name the day of its removal in its reason: ${exampleDeprecation(context.today)}.`;
    case 'too-early':
      return `Put it back until ${obstacle.day} is past, as its deprecation says; today is ${context.today}.`;
    case 'led-to':
      return (
        `Put it back and deprecate first what leads to it, ${obstacle.leads.join(', ')}: ` +
        `${exampleDeprecation(context.today)}. It may go together with them.`
      );
    case 'used':
      return `Put it back until nobody uses it: ${moveUsers(change.users)}.`;
  }
}
