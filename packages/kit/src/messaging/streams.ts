import { DiscardPolicy, type JetStreamManager, RetentionPolicy, StorageType } from 'nats';
import { keptDays } from './kept-days.js';

const dayNs = 24 * 60 * 60 * 1_000_000_000;

/** Name of the stream that keeps an owner's events, e.g. `ORDERS`. */
export function streamOf(owner: string): string {
  return owner.toUpperCase();
}

/**
 * Makes sure that the owner's stream is there: every event of the owner, kept for two weeks, never dropped to make room
 * (the publisher gets an error and its outbox keeps the row).
 */
export async function ensureStream(manager: JetStreamManager, owner: string): Promise<void> {
  const config = {
    name: streamOf(owner),
    subjects: [`${owner}.*.*.*`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    max_age: keptDays.stream * dayNs,
    max_bytes: 1_073_741_824,
    duplicate_window: 120 * 1_000_000_000,
    num_replicas: 1,
  };
  await manager.streams.add(config);
}
