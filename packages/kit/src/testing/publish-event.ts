import { JSONCodec, type NatsConnection } from 'nats';
import type { EventMessage } from '../contracts/index.js';
import { newId } from '../domain/index.js';
import type { Envelope } from '../messaging/index.js';

/**
 * Publishes an event as its owner's relay would. Versions of one aggregate must start at 1 and have no gap.
 * @returns the envelope, to be published again by {@link republish}.
 */
export async function publishEvent(
  nats: NatsConnection,
  message: EventMessage,
  { aggregateId, version }: { aggregateId: string; version: number },
): Promise<Envelope> {
  const envelope: Envelope = {
    specversion: '1.0',
    id: newId(),
    type: message.type,
    source: '/souk/test',
    subject: aggregateId,
    time: new Date().toISOString(),
    aggregateversion: version,
    correlationid: newId(),
    data: message.data,
  };
  await republish(nats, envelope);
  return envelope;
}

/** Delivers the same event again, past the broker's own check for duplicates. */
export async function republish(nats: NatsConnection, envelope: Envelope): Promise<void> {
  await nats.jetstream().publish(envelope.type, JSONCodec().encode(envelope));
}
