import type { EventVersion } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { compareSchemas } from './compare-schemas.js';
import { eventFinding, listed, nextVersionOf, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import type { Drift, SchemaChange } from './schema-change.js';

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
  const changes = compareSchemas(before.schema, after.schema);
  const consumers = [...new Set([...before.consumers, ...after.consumers])];
  return [
    ...changes.map((change) => eventFinding(after, remarkOn(change, after.type, consumers), change.path)),
    ...remarksOnWords(before, after).map((remark) => eventFinding(after, remark)),
  ];
}

function remarkOn(change: SchemaChange, type: string, consumers: readonly string[]): Remark {
  const { difference, drift, remedy } = change;
  const code = `EVENT_${change.code}`;
  if (!drift) return { level: 'note', code, message: `${difference}.` };
  const message = `${difference}: ${consequences[drift]}.`;
  const fix = `${remedy}, or publish ${nextVersionOf(type)} beside it.`;
  return { level: 'error', code, message, fix, ...(consumers.length > 0 && { consumers }) };
}

/** Whom a drift hurts. Messages are kept, and processes are replaced one after the other, so both directions count. */
const consequences: Record<Drift, string> = {
  narrower: 'some messages that were published before cannot be read any more',
  wider: "consumers that still run yesterday's code refuse some of today's messages",
  other: "yesterday's code and today's do not read each other's messages",
  gone: "consumers that run yesterday's code miss it",
  closed: 'no field can be added to it any more without hurting consumers',
};

function remarksOnWords(before: EventVersion, after: EventVersion): Remark[] {
  const [left, joined] = [without(before.consumers, after.consumers), without(after.consumers, before.consumers)];
  return [
    ...(before.description !== after.description
      ? [note('EVENT_DESCRIPTION_CHANGED', `It is described as “${after.description}” now.`)]
      : []),
    ...(joined.length > 0 ? [note('EVENT_CONSUMER_ADDED', `New among its consumers: ${listed(joined)}.`)] : []),
    ...(left.length > 0 ? [note('EVENT_CONSUMER_REMOVED', `No longer among its consumers: ${listed(left)}.`)] : []),
  ];
}

function note(code: string, message: string): Remark {
  return { level: 'note', code, message };
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
