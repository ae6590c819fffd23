import type { JetStreamManager, NatsConnection, StoredMsg } from 'nats';
import type { Random } from '../random.js';

/** A message as its stream keeps it. */
export interface Stored {
  subject: string;
  aggregateId: string;
  data: Uint8Array;
}

/** Up to so many messages of a stream in a row, from anywhere in it. Places where something was deleted are passed over. */
export async function someMessages(
  nats: NatsConnection,
  stream: string,
  { random, most }: { random: Random; most: number },
): Promise<Stored[]> {
  const manager = await nats.jetstreamManager();
  const { state } = await manager.streams.info(stream);
  if (state.messages === 0) return [];
  const first = random.integer(state.first_seq, Math.max(state.first_seq, state.last_seq - most + 1));
  const last = Math.min(state.last_seq, first + most - 1);
  const found: Stored[] = [];
  for (let sequence = first; sequence <= last; sequence += 1) {
    const message = await read(manager, stream, sequence);
    if (message) found.push(message);
  }
  return found;
}

/** Publishes what is in a stream once more; without its id, or the broker would know it again. */
export async function publishAgain(nats: NatsConnection, messages: readonly Stored[]): Promise<void> {
  for (const { subject, data } of messages) await nats.jetstream().publish(subject, data);
}

async function read(manager: JetStreamManager, stream: string, sequence: number): Promise<Stored | null> {
  const message = await messageAt(manager, stream, sequence);
  const aggregateId = message && aggregateOf(message);
  return aggregateId ? { subject: message.subject, aggregateId, data: message.data } : null;
}

async function messageAt(manager: JetStreamManager, stream: string, seq: number): Promise<StoredMsg | null> {
  try {
    return await manager.streams.getMessage(stream, { seq });
  } catch (error) {
    if ((error as { code?: string }).code === '404') return null;
    throw error;
  }
}

/** Null for what is no event, such as what the plan has poisoned. */
function aggregateOf(message: StoredMsg): string | null {
  try {
    return (message.json() as { subject: string }).subject;
  } catch {
    return null;
  }
}
