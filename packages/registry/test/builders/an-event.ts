import type { EventsContext } from '../../src/checks/events/events-context.js';
import type { EventVersion, JsonSchema, RecordedSample } from '../../src/state/registry-state.js';

export const paidV1 = 'orders.order.paid.v1';
export const paidV2 = 'orders.order.paid.v2';

/** An object with these fields, of which those with a `?` behind their name are optional. */
export function anObject(fields: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema {
  const names = Object.keys(fields);
  const properties = Object.fromEntries(names.map((name) => [name.replace('?', ''), fields[name]]));
  return { type: 'object', properties, required: names.filter((name) => !name.endsWith('?')), ...more };
}

/** A version of an event about an order. */
export function anEvent(more: Partial<EventVersion> = {}): EventVersion {
  const { type = paidV1 } = more;
  return {
    type,
    file: `schema/event-schemas/${type}.json`,
    description: 'The money was captured.',
    consumers: [],
    schema: anObject({ orderId: { type: 'string' } }),
    ...more,
  };
}

/** A message of an event about an order. */
export function aSample(type = paidV1, data: unknown = { orderId: 'o-1' }): RecordedSample {
  return { type, file: `schema/samples/${type}.json`, data };
}

/** The registry before and after a change, with a sample for each event and subscriptions as the contracts name them. */
export function aChange(
  before: readonly EventVersion[],
  after: readonly EventVersion[],
  more: Partial<EventsContext['after']> = {},
): EventsContext {
  const takenBy = (name: string) => after.filter(({ consumers }) => consumers.includes(name)).map(({ type }) => type);
  const samples = after.map(({ type }) => aSample(type));
  const subscriptions = { orders: takenBy('orders'), payments: takenBy('payments'), shipping: takenBy('shipping') };
  return {
    before: { events: before, questions: [], samples: [] },
    after: { events: after, questions: [], samples, subscriptions, ...more },
    today: '2026-06-01',
  };
}
