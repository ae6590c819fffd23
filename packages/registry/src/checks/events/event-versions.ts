import { partsOf } from '@souk/kit/contracts';
import type { EventVersion } from '../../state/registry-state.js';
import type { Finding, FindingLevel } from '../finding.js';
import { announcedRemoval, tooEarly } from './announced-removal.js';
import { eventFinding, familyOf, formerFileOf, listed } from './event-finding.js';
import { type EventsContext, subscribersOf } from './events-context.js';

/** Which versions came and went, whether their numbers follow, and who is left behind on an old one. */
export function checkVersions(context: EventsContext): Finding[] {
  const [old, present] = [typesOf(context.before.events), typesOf(context.after.events)];
  return [
    ...context.before.events.filter(({ type }) => !present.has(type)).map((event) => judgeRemoval(event, context)),
    ...context.after.events.filter(({ type }) => !old.has(type)).map((event) => judgeAddition(event, old, present)),
    ...context.after.events.flatMap((event) => findLeftBehind(event, context)),
  ];
}

function judgeRemoval(event: EventVersion, context: EventsContext): Finding {
  const { type } = event;
  const file = formerFileOf(event);
  const told = (level: FindingLevel, said: { message: string; fix?: string }) =>
    eventFinding(event, { level, code: 'EVENT_REMOVED', ...said, file });
  const left = [...new Set([...event.consumers, ...subscribersOf(type, context)])];
  if (left.length > 0) {
    const message = `The version is gone, and ${listed(left)} relied on it.`;
    const fix = `Put ${type} back until ${listed(left)} can do without it, and its contract names no consumer.`;
    return told('error', { message, fix });
  }
  const removal = announcedRemoval(event.description);
  if (!removal || removal >= context.today) return told('error', tooEarly(type, removal));
  const message = `The version is gone. Nobody relied on it, and it was announced to stay until ${removal}.`;
  return told('note', { message });
}

function judgeAddition(event: EventVersion, old: ReadonlySet<string>, present: ReadonlySet<string>): Finding {
  const { major } = partsOf(event.type);
  const previous = `${familyOf(event.type)}.v${major - 1}`;
  const added = (message: string) => eventFinding(event, { level: 'note', code: 'EVENT_ADDED', message });
  if (major === 1) return added('The event is new.');
  if (present.has(previous)) return added(`It is new, beside v${major - 1}.`);
  if (old.has(previous)) return added(`It is new, in place of v${major - 1}.`);
  const message = `There is no v${major - 1} before it.`;
  return eventFinding(event, { level: 'error', code: 'EVENT_VERSION_SKIPPED', message, fix: `Call it ${previous}.` });
}

/**
 * Who takes a version that has a newer one beside it, and not that one. They need not move before the old one is
 * deprecated; from then on they have until its day.
 */
function findLeftBehind(event: EventVersion, context: EventsContext): Finding[] {
  const newest = newestOf(event.type, context.after.events);
  if (newest === event.type) return [];
  const behind = subscribersOf(event.type, context).filter((name) => !subscribersOf(newest, context).includes(name));
  if (behind.length === 0) return [];
  const code = 'EVENT_CONSUMER_LEFT_BEHIND';
  const message = `Only this version is taken by ${listed(behind)}, and ${newest} stands beside it.`;
  const removal = announcedRemoval(event.description);
  if (!removal) return [eventFinding(event, { level: 'note', code, message })];
  const fix = `Let ${listed(behind)} handle ${newest} instead; ${event.type} will be there until ${removal}.`;
  return [eventFinding(event, { level: 'warning', code, message, fix })];
}

function newestOf(type: string, events: readonly EventVersion[]): string {
  const versions = events.map((event) => event.type).filter((other) => familyOf(other) === familyOf(type));
  return versions.reduce((newest, other) => (partsOf(other).major > partsOf(newest).major ? other : newest), type);
}

function typesOf(events: readonly EventVersion[]): Set<string> {
  return new Set(events.map(({ type }) => type));
}
