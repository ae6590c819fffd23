import { moveUsers } from '../moving-on.js';
import { alternativeTo, askForReview, giveBack, putBack } from './alternatives.js';
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
      return retireLeads(obstacle.leads, change, context);
    case 'used':
      return `${putBack(change)} until nobody uses it: ${moveUsers(change.users)}.`;
  }
}

/** What leads to a type can be deprecated, but for this: that the type is a member of another. */
function retireLeads(leads: readonly string[], change: ApiChange, { today }: RemovalContext): string {
  const memberships = leads.filter((lead) => lead.includes('/'));
  const others = leads.filter((lead) => !memberships.includes(lead));
  const back = putBack(change);
  const reviewed = `${memberships.join(', ')} cannot be deprecated, as membership. ${askForReview(change)}`;
  if (others.length === 0) return `${back}: ${reviewed}`;
  const retired =
    `${back} and deprecate first what leads to it, ${others.join(', ')}: ${exampleDeprecation(today)}. ` +
    'It may go together with them.';
  return memberships.length === 0 ? retired : `${retired} ${reviewed}`;
}
