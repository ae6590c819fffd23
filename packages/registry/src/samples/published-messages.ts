import { type Envelope, envelopeSchema, partsOf } from '@souk/kit/contracts';
import { ensureStream, type NatsConnection, streamOf } from '@souk/kit/messaging';

/** Every message of a type that its owner's stream still has, oldest first. Ends with the last one. */
export async function* publishedMessages(nats: NatsConnection, type: string): AsyncGenerator<Envelope> {
  const { owner } = partsOf(type);
  await ensureStream(await nats.jetstreamManager(), owner);
  const consumer = await nats.jetstream().consumers.get(streamOf(owner), { filterSubjects: type });
  const { num_pending: count } = await consumer.info();
  if (count === 0) return;
  const messages = await consumer.consume({ max_messages: 100 });
  for await (const message of messages) {
    yield envelopeSchema.parse(message.json());
    if (message.info.pending === 0) return;
  }
}
