import { type ListValueNode, visit } from 'graphql';
import { type Concern, onceForEachOperation } from './concern.js';
import { refusal } from './refusal.js';

const itemsAllowed = 100;

/** How many items a list may have that an operation gives, in its document or its variables. */
export const limitLists: readonly Concern[] = [
  onceForEachOperation(({ document }) => {
    visit(document, { ListValue: ({ values }: ListValueNode) => requireShort(values, 'A list in the document') });
  }),
  ({ variables }) => {
    for (const name in variables) requireShortLists(variables[name], `A list in the variable "$${name}"`);
  },
];

/** Without recursion: it is the client who decides how deep a variable is. */
function requireShortLists(variable: unknown, place: string): void {
  const rest = [variable];
  while (rest.length > 0) {
    const value = rest.pop();
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) requireShort(value, place);
    for (const inner of Object.values(value)) rest.push(inner);
  }
}

function requireShort(values: readonly unknown[], place: string): void {
  const actual = values.length;
  if (actual <= itemsAllowed) return;
  throw refusal('BAD_USER_INPUT', `${place} has ${actual} items; ${itemsAllowed} are allowed.`, {
    limit: itemsAllowed,
    actual,
  });
}
