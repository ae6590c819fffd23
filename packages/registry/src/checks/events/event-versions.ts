import { partsOf } from '@souk/kit/contracts';
import type { EventVersion } from '../../state/registry-state.js';
import { removalDate } from '../api/deprecation-reason.js';
import type { Finding } from '../finding.js';
import { eventFinding, familyOf, listed } from './event-finding.js';
import { type EventsContext, subscribersOf } from './events-context.js';

/** Which versions came and went, whether their numbers follow, and who is left behind on an old one. */
export function checkVersions(context: EventsContext): Finding[] {
  const [old, present] = [typesOf(context.before.events), typesOf(context.after.events)];
  return [
    ...context.before.events.filter(({ type }) => !present.has(type)).map((event) => judgeRemoval(event, context)),
    ...[...present].filter((type) => !old.has(type)).map((type) => judgeAddition(type, old, present)),
    ...[...present].flatMap((type) => findLeftBehind(type, context)),
  ];
}

function judgeRemoval({ type, description, consumers }: EventVersion, context: EventsContext): Finding {
  const left = [...new Set([...consumers, ...subscribersOf(type, context)])];
  if (left.length > 0) {
    const message = `The version is gone, and ${listed(left)} relied on it.`;
    const fix = `Put ${type} back until ${listed(left)} can do without it, and its contract names no consumer.`;
    return eventFinding(type, { level: 'error', code: 'EVENT_REMOVED', message, fix });
  }
  const removal = description.includes('Deprecated') ? removalDate(description) : undefined;
  if (removal && removal < context.today) {
    const message = `The version is gone. Nobody relied on it, and it was announced to stay until ${removal}.`;
    return eventFinding(type, { level: 'note', code: 'EVENT_REMOVED', message });
  }
  return eventFinding(type, { level: 'error', code: 'EVENT_REMOVED', ...unannounced(type, removal) });
}

function unannounced(type: string, removal: string | undefined): { message: string; fix: string } {
  if (removal) {
    return {
      message: `The version is gone, and was announced to stay until ${removal}.`,
      fix: `Put ${type} back, and remove it after that day.`,
    };
  }
  return {
    message: 'The version is gone, and its removal was not announced.',
    fix: `Put ${type} back, and end its description with “Deprecated. Use <what>. Removal: YYYY-MM-DD.”; remove it after that day.`,
  };
}

function judgeAddition(type: string, old: ReadonlySet<string>, present: ReadonlySet<string>): Finding {
  const { major } = partsOf(type);
  const previous = `${familyOf(type)}.v${major - 1}`;
  if (major === 1) return eventFinding(type, { level: 'note', code: 'EVENT_ADDED', message: 'The event is new.' });
  if (present.has(previous)) {
    return eventFinding(type, { level: 'note', code: 'EVENT_ADDED', message: `It is new, beside v${major - 1}.` });
  }
  if (old.has(previous)) {
    return eventFinding(type, { level: 'note', code: 'EVENT_ADDED', message: `It is new, in place of v${major - 1}.` });
  }
  const message = `There is no v${major - 1} before it.`;
  return eventFinding(type, { level: 'error', code: 'EVENT_VERSION_SKIPPED', message, fix: `Call it ${previous}.` });
}

/** Who takes a version that has a newer one beside it, and not that one. */
function findLeftBehind(type: string, context: EventsContext): Finding[] {
  const newest = newestOf(type, context.after.events);
  if (newest === type) return [];
  const behind = subscribersOf(type, context).filter((name) => !subscribersOf(newest, context).includes(name));
  if (behind.length === 0) return [];
  const message = `Only this version is taken by ${listed(behind)}, and ${newest} stands beside it.`;
  return [eventFinding(type, { level: 'note', code: 'EVENT_CONSUMER_LEFT_BEHIND', message })];
}

function newestOf(type: string, events: readonly EventVersion[]): string {
  const versions = events.map((event) => event.type).filter((other) => familyOf(other) === familyOf(type));
  return versions.reduce((newest, other) => (partsOf(other).major > partsOf(newest).major ? other : newest), type);
}

function typesOf(events: readonly EventVersion[]): Set<string> {
  return new Set(events.map(({ type }) => type));
}
