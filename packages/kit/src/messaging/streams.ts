import {
  DiscardPolicy,
  type JetStreamManager,
  type NatsError,
  RetentionPolicy,
  StorageType,
  type StreamInfo,
} from 'nats';
import { keptDays } from './kept-days.js';

const dayNs = 24 * 60 * 60 * 1_000_000_000;

/** NATS' number for: a stream of that name is there, with other settings. */
const isThereOtherwise = 10058;

/** Name of the stream that keeps an owner's events, e.g. `ORDERS`. */
export function streamOf(owner: string): string {
  return owner.toUpperCase();
}

/**
 * Makes sure that the owner's stream is there: every event of the owner, kept for two weeks, never dropped to make room
 * (the publisher gets an error and its outbox keeps the row). One that is there stays as it is: an operator may have
 * changed its limits, which is no reason not to start. Returns what the broker says of it.
 */
export async function ensureStream(manager: JetStreamManager, owner: string): Promise<StreamInfo> {
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
  try {
    return await manager.streams.add(config);
  } catch (error) {
    if ((error as NatsError).api_error?.err_code !== isThereOtherwise) throw error;
    return manager.streams.info(config.name);
  }
}
