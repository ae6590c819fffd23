import { type JetStreamClient, JSONCodec } from 'nats';
import { type Envelope, type OutboxRow, toEnvelope } from './envelope.js';

const publishTimeoutMs = 5_000;
const codec = JSONCodec<Envelope>();

/**
 * Publishes a row of the outbox and resolves when the stream has it.
 * @param msgID lets the broker drop what it took within the last two minutes; whoever publishes on purpose again gives none.
 */
export async function publishRow(
  jetstream: JetStreamClient,
  row: OutboxRow,
  { owner, msgID }: { owner: string; msgID?: string },
): Promise<void> {
  const options = { timeout: publishTimeoutMs, ...(msgID && { msgID }) };
  await jetstream.publish(row.type, codec.encode(toEnvelope(row, owner)), options);
}
