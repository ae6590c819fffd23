import { partsOf } from '@souk/kit/contracts';
import type { Finding } from '../finding.js';
import { eventFinding, familyOf, listed, type NamedEvent } from './event-finding.js';
import { type EventsContext, subscribersOf } from './events-context.js';

/** Whether those that a contract names as its consumers take the event, and those that take it are named. */
export function checkConsumers(context: EventsContext): Finding[] {
  const { events, subscriptions } = context.after;
  const named = events.flatMap((event) => event.consumers.flatMap((name) => judgeConsumer(event, name, subscriptions)));
  const unnamed = events.flatMap((event) =>
    subscribersOf(event.type, context)
      .filter((name) => !event.consumers.includes(name))
      .map((name) => unnamedConsumer(event, name)),
  );
  return [...named, ...unnamed, ...findUnknownTypes(context), ...events.flatMap((event) => findTwice(event, context))];
}

function judgeConsumer(
  event: NamedEvent,
  name: string,
  subscriptions: EventsContext['after']['subscriptions'],
): Finding[] {
  const types = subscriptions[name];
  if (types?.includes(event.type)) return [];
  if (types) {
    const message = `${name} is named as a consumer and does not take the event.`;
    const fix = `Let it handle the event (${takingFileOf(name)}), or take it out of the consumers.`;
    return [eventFinding(event, { level: 'error', code: 'EVENT_CONSUMER_DEAF', message, fix })];
  }
  const message = `${name} is named as a consumer and does not exist.`;
  const fix = `Take it out of the consumers, or name one of ${listed(Object.keys(subscriptions))}.`;
  return [eventFinding(event, { level: 'error', code: 'EVENT_CONSUMER_UNKNOWN', message, fix })];
}

function unnamedConsumer(event: NamedEvent, name: string): Finding {
  const message = `${name} takes the event, and the contract does not name it.`;
  const fix = `Add '${name}' to the consumers.`;
  return eventFinding(event, { level: 'error', code: 'EVENT_CONSUMER_UNNAMED', message, fix });
}

/** Where a room says what it takes. The router has no inbox. */
function takingFileOf(name: string): string {
  return name === 'router' ? 'router/src/events/listens-to.ts' : `subgraphs/${name}/src/events/handlers.ts`;
}

/** What is taken without ever having been declared. What was removed is told as a removal. */
function findUnknownTypes({ before, after }: EventsContext): Finding[] {
  const known = new Set([...before.events, ...after.events].map(({ type }) => type));
  return Object.entries(after.subscriptions).flatMap(([name, types]) =>
    types
      .filter((type) => !known.has(type))
      .map((type) => {
        const message = `${name} takes the event, and it has no contract.`;
        const fix = `Declare it with defineEvent('${type}', …), or take it out of ${takingFileOf(name)}.`;
        return eventFinding({ type }, { level: 'error', code: 'EVENT_UNKNOWN', message, fix });
      }),
  );
}

/** Both versions tell of the same occurrence: who takes this one and a later one does everything twice. */
function findTwice(event: NamedEvent, context: EventsContext): Finding[] {
  const { type } = event;
  const later = context.after.events.map((other) => other.type).filter((other) => isLater(other, type));
  return subscribersOf(type, context).flatMap((name) => {
    const also = later.filter((other) => subscribersOf(other, context).includes(name));
    if (also.length === 0) return [];
    const message = `${name} takes it and ${listed(also)}: what they tell of is done twice.`;
    const fix = `Take the handler of ${type} out of ${takingFileOf(name)}, and '${name}' out of the consumers.`;
    return [eventFinding(event, { level: 'warning', code: 'EVENT_TAKEN_TWICE', message, fix })];
  });
}

function isLater(other: string, type: string): boolean {
  return familyOf(other) === familyOf(type) && partsOf(other).major > partsOf(type).major;
}
