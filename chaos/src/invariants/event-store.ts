import { connect, type JetStreamManager, type JsMsg, type NatsConnection } from 'nats';
import { z } from 'zod';

/** An event as its stream keeps it. */
export interface StoredEvent {
  id: string;
  type: string;
  aggregateId: string;
  version: number;
  /** Its place in the stream. */
  sequence: number;
}

/** A consumer that lasts, and what it has not settled yet. */
export interface Durable {
  name: string;
  /** Whose events it takes. */
  owner: string;
  pending: number;
  unacknowledged: number;
  /** How often it has handed out an event, the same one each time. What it has not written down before its death is forgotten. */
  deliveries: number;
}

const envelope = z.object({ id: z.string(), type: z.string(), subject: z.string(), aggregateversion: z.int() });

/** The streams of the broker. */
export class EventStore {
  private constructor(private readonly nats: NatsConnection) {}

  static async open(natsUrl: string): Promise<EventStore> {
    return new EventStore(await connect({ servers: natsUrl, name: 'chaos' }));
  }

  /** Every event that an owner's stream holds, oldest first; what is no event at all is left out. */
  async eventsOf(owner: string): Promise<StoredEvent[]> {
    const manager = await this.nats.jetstreamManager();
    const { state } = await manager.streams.info(owner.toUpperCase());
    if (state.messages === 0) return [];
    const consumer = await this.nats.jetstream().consumers.get(owner.toUpperCase());
    const messages = await consumer.consume({ max_messages: 1_000 });
    const events: StoredEvent[] = [];
    for await (const message of messages) {
      events.push(...eventIn(message));
      if (message.seq >= state.last_seq) break;
    }
    await messages.close();
    return events;
  }

  async durables(owners: readonly string[]): Promise<Durable[]> {
    const manager = await this.nats.jetstreamManager();
    return (await Promise.all(owners.map((owner) => durablesOf(manager, owner)))).flat();
  }

  async close(): Promise<void> {
    await this.nats.close();
  }
}

async function durablesOf(manager: JetStreamManager, owner: string): Promise<Durable[]> {
  const durables: Durable[] = [];
  for await (const { config, num_pending, num_ack_pending, delivered } of manager.consumers.list(owner.toUpperCase())) {
    const name = config.durable_name;
    const unsettled = { pending: num_pending, unacknowledged: num_ack_pending };
    if (name) durables.push({ name, owner, ...unsettled, deliveries: delivered.consumer_seq });
  }
  return durables;
}

function eventIn(message: JsMsg): StoredEvent[] {
  const read = envelope.safeParse(parseJson(message.string()));
  if (!read.success) return [];
  const { id, type, subject, aggregateversion } = read.data;
  return [{ id, type, aggregateId: subject, version: aggregateversion, sequence: message.seq }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
