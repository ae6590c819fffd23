import type { Change } from '@graphql-inspector/core';
import { isDefaultChange } from './default-values.js';

/** What changed, as a sentence: the inspector's without its escapes, but for default values, where it writes `undefined` for none. */
export function messageOf({ type, meta, message }: Change): string {
  if (!isDefaultChange({ type })) return `${message.replaceAll("\\'", "'")}.`;
  const { oldDefaultValue: then, newDefaultValue: now } = meta;
  if (then === undefined) return `Its default value is ${now} now; it had none.`;
  return now === undefined
    ? `Its default value was ${then}; it has none now.`
    : `Its default value is ${now} now; it was ${then}.`;
}
