import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../domain/index.js';
import { type Envelope, type EventHandler, envelopeSchema } from '../messaging/index.js';
import { eventually } from './eventually.js';
import { republish } from './publish-event.js';
import type { TestSubgraph } from './test-subgraph.js';

const folder = join(import.meta.dirname, '../../../../schema/samples');

/** The messages that were once published and kept, one of each type that these handlers take. */
export function recordedEvents(handlers: readonly EventHandler[]): Envelope[] {
  return handlers.map(({ contract }) => {
    const content = readFileSync(join(folder, `${contract.type}.json`), 'utf8');
    return envelopeSchema.parse(JSON.parse(content));
  });
}

/**
 * Delivers a recorded event over the broker, as the first of a new aggregate, and resolves when it has been handled.
 * @param data what it is to say instead, such as the id of an order that the test has placed.
 * @throws {Error} when it became a dead letter.
 */
export async function deliverRecorded(subgraph: TestSubgraph, event: Envelope, data: object = {}): Promise<void> {
  const { nats, orm } = subgraph.running.parts;
  const about = { id: newId(), subject: newId(), aggregateversion: 1, time: new Date().toISOString() };
  await republish(nats, { ...event, ...about, data: { ...(event.data as object), ...data } });
  const outcome = await eventually(async () => {
    const [row] = await orm.em.fork().execute<{ failure: string | null }[]>(
      `select null as failure from inbox where event_id = ?
       union all select error_class || ': ' || error_message from dead_letter where event_id = ?`,
      [about.id, about.id],
    );
    if (!row) throw new Error(`${event.type} has not been handled.`);
    return row;
  });
  if (outcome.failure) throw new Error(`${event.type} became a dead letter: ${outcome.failure}`);
}
