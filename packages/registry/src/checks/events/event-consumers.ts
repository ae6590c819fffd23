import type { Finding } from '../finding.js';
import { eventFinding, listed } from './event-finding.js';
import { type EventsContext, subscribersOf } from './events-context.js';

/** Whether those that a contract names as its consumers take the event, and those that take it are named. */
export function checkConsumers(context: EventsContext): Finding[] {
  const { events, subscriptions } = context.after;
  const named = events.flatMap(({ type, consumers }) =>
    consumers.flatMap((name) => judgeConsumer(type, name, subscriptions)),
  );
  const unnamed = events.flatMap(({ type, consumers }) =>
    subscribersOf(type, context)
      .filter((name) => !consumers.includes(name))
      .map((name) => unnamedConsumer(type, name)),
  );
  return [...named, ...unnamed, ...findUnknownTypes(context)];
}

function judgeConsumer(type: string, name: string, subscriptions: EventsContext['after']['subscriptions']): Finding[] {
  const types = subscriptions[name];
  if (types?.includes(type)) return [];
  if (types) {
    const message = `${name} is named as a consumer and does not take the event.`;
    const fix = `Let it handle the event (subgraphs/${name}/src/events/handlers.ts), or take it out of the consumers.`;
    return [eventFinding(type, { level: 'error', code: 'EVENT_CONSUMER_DEAF', message, fix })];
  }
  const message = `${name} is named as a consumer and does not exist.`;
  const fix = `Take it out of the consumers, or name one of ${listed(Object.keys(subscriptions))}.`;
  return [eventFinding(type, { level: 'error', code: 'EVENT_CONSUMER_UNKNOWN', message, fix })];
}

function unnamedConsumer(type: string, name: string): Finding {
  const message = `${name} takes the event, and the contract does not name it.`;
  const fix = `Add '${name}' to the consumers.`;
  return eventFinding(type, { level: 'error', code: 'EVENT_CONSUMER_UNNAMED', message, fix });
}

/** What is taken without ever having been declared. What was removed is told as a removal. */
function findUnknownTypes({ before, after }: EventsContext): Finding[] {
  const known = new Set([...before.events, ...after.events].map(({ type }) => type));
  return Object.entries(after.subscriptions).flatMap(([name, types]) =>
    types
      .filter((type) => !known.has(type))
      .map((type) => {
        const message = `${name} takes the event, and it has no contract.`;
        const fix = `Declare it with defineEvent('${type}', …), or take it out of subgraphs/${name}/src/events/handlers.ts.`;
        return eventFinding(type, { level: 'error', code: 'EVENT_UNKNOWN', message, fix });
      }),
  );
}
