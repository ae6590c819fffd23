import type { ConsumerInfo } from 'nats';
import type { EntityManager } from '../persistence/index.js';

/** The broker's own measure of time is compared with itself alone: no other clock takes part. */
interface Floor {
  sequence: number;
  /** The broker's time of the acknowledgment that was its latest then, in ms since 1970. */
  settledAtMs: number;
}

const nothing: Floor = { sequence: 0, settledAtMs: 0 };

/** A message as its stream knows it. */
export interface StoredMessage {
  streamSequence: number;
  timestampNanos: number;
}

/**
 * Up to where in its stream a consumer has settled everything. The broker knows it, but one that is killed may forget it
 * and give the whole stream again; so it is kept in the database of the effects, too, and is as old as they are whenever
 * that is restored.
 */
export class AckFloor {
  private floor = nothing;

  constructor(
    private readonly consumer: string,
    private readonly em: EntityManager,
  ) {}

  /** Whether the message was settled, here or elsewhere. One that took the number of another after a loss came later. */
  covers({ streamSequence, timestampNanos }: StoredMessage): boolean {
    return streamSequence <= this.floor.sequence && timestampNanos / 1_000_000 <= this.floor.settledAtMs;
  }

  /** @param lastSequence of the stream. One that ends before the floor is another than it was. */
  async recall(lastSequence: number): Promise<void> {
    const em = this.em.fork();
    const [floor = nothing] = await em.execute<Floor[]>(
      `select sequence::float8 as sequence, extract(epoch from settled_at)::float8 * 1000 as "settledAtMs"
       from consumer_floor where consumer = ?`,
      [this.consumer],
    );
    this.floor = floor.sequence > lastSequence ? nothing : floor;
    if (this.floor === floor) return;
    await em.execute('delete from consumer_floor where consumer = ? and sequence > ?', [this.consumer, lastSequence]);
  }

  /** Keeps what the broker says, unless it says less than before. */
  async keep({ ack_floor: { stream_seq: sequence, last_active } }: ConsumerInfo): Promise<void> {
    if (sequence <= this.floor.sequence || !last_active) return;
    const settledAt = new Date(last_active);
    await this.em.fork().execute(
      `insert into consumer_floor (consumer, sequence, settled_at) values (?, ?, ?)
       on conflict (consumer) do update set sequence = excluded.sequence, settled_at = excluded.settled_at
       where consumer_floor.sequence < excluded.sequence`,
      [this.consumer, sequence, settledAt],
    );
    this.floor = { sequence, settledAtMs: settledAt.getTime() };
  }
}
