import type { EventVersion } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { compareSchemas } from './compare-schemas.js';
import { type EventRemark, eventFinding, listed, nextVersionOf } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import type { SchemaChange } from './schema-change.js';

/**
 * What became of versions that stand on both sides. Recorded messages must be readable by today's code, and today's
 * messages by consumers that still run yesterday's: within a version only optional fields may come.
 */
export function checkCompatibility({ before, after }: EventsContext): Finding[] {
  const present = new Map(after.events.map((event) => [event.type, event]));
  return before.events.flatMap((event) => {
    const counterpart = present.get(event.type);
    return counterpart ? compareVersions(event, counterpart) : [];
  });
}

function compareVersions(before: EventVersion, after: EventVersion): Finding[] {
  const { type } = after;
  const changes = compareSchemas(before.schema, after.schema);
  return [
    ...changes.map((change) => eventFinding(type, remarkOn(change, type), change.path)),
    ...remarksOnWords(before, after).map((remark) => eventFinding(type, remark)),
  ];
}

function remarkOn({ code, message, remedy }: SchemaChange, type: string): EventRemark {
  if (!remedy) return { level: 'note', code, message };
  return { level: 'error', code, message, fix: `${remedy}, or publish ${nextVersionOf(type)} beside it.` };
}

function remarksOnWords(before: EventVersion, after: EventVersion): EventRemark[] {
  const [left, joined] = [without(before.consumers, after.consumers), without(after.consumers, before.consumers)];
  return [
    ...(before.description !== after.description
      ? [note('EVENT_DESCRIPTION_CHANGED', `It is described as “${after.description}” now.`)]
      : []),
    ...(joined.length > 0 ? [note('EVENT_CONSUMER_ADDED', `New among its consumers: ${listed(joined)}.`)] : []),
    ...(left.length > 0 ? [note('EVENT_CONSUMER_REMOVED', `No longer among its consumers: ${listed(left)}.`)] : []),
  ];
}

function note(code: string, message: string): EventRemark {
  return { level: 'note', code, message };
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
