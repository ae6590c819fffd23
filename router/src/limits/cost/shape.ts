import { refusal } from '../../admission/refusal.js';

const levelsAllowed = 32;

/**
 * What of a value can influence a cost: how its lists and objects are built, its numbers and its truths, but no text.
 * It is a key that is kept, and a text may be a secret.
 * @throws {GraphQLError} BAD_USER_INPUT for a value that is nested too deeply for anybody who comes after.
 */
export function shapeOf(value: unknown, level = 0): string {
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? '"' : String(value);
  if (level === levelsAllowed) throw tooDeep();
  if (Array.isArray(value)) return `[${value.map((item) => shapeOf(item, level + 1)).join()}]`;
  const fields = Object.entries(value).map(([name, field]) => `${name}:${shapeOf(field, level + 1)}`);
  return `{${fields.join()}}`;
}

function tooDeep() {
  return refusal('BAD_USER_INPUT', `A variable is nested more deeply than ${levelsAllowed} levels.`, {
    limit: levelsAllowed,
  });
}
