import { setTimeout as delay } from 'node:timers/promises';
import type { JetStreamManager } from 'nats';
import { atBroker } from './broker.js';
import type { FaultKind, Stage } from './fault-kind.js';
import { busyStreams } from './targets.js';

const shortestMs = 2_000;
const longestMs = 10_000;
/** Some seconds' events. */
const roomBytes = 65_536;
const mostLooks = 20;
const lookEveryMs = 100;
const restoreTries = 60;
const pauseMs = 500;

/**
 * A stream takes hardly anything more, as if the disk were full: what is published is refused and must wait in the outbox.
 * NOTE: under a limit below what it holds, the broker would delete the oldest. So its owner stands still meanwhile.
 */
export const fillStore: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(busyStreams), durationMs: random.integer(shortestMs, longestMs) }),
  begin: async (stage, { target }) => {
    const owner = stage.living.part(target.toLowerCase());
    owner.freeze();
    try {
      const usual = await atBroker(stage, async (nats) => {
        const manager = await nats.jetstreamManager();
        return limit(manager, target, (await sizeAtRest(manager, target)) + roomBytes);
      });
      return () => untilDone(() => liftTo(stage, target, usual));
    } finally {
      owner.thaw();
    }
  },
};

/** In bytes, once nothing comes any more of what was on its way. @throws {Error} when that does not end. */
async function sizeAtRest(manager: JetStreamManager, stream: string): Promise<number> {
  let size = -1;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { state } = await manager.streams.info(stream);
    if (state.bytes === size) return size;
    size = state.bytes;
    await delay(lookEveryMs);
  }
  throw new Error(`${stream} does not stop growing.`);
}

/** Gives back the limit that there was before. */
async function limit(manager: JetStreamManager, stream: string, bytes: number): Promise<number> {
  const { config } = await manager.streams.info(stream);
  await manager.streams.update(stream, { ...config, max_bytes: bytes });
  return config.max_bytes;
}

function liftTo(stage: Stage, stream: string, bytes: number): Promise<number> {
  return atBroker(stage, async (nats) => limit(await nats.jetstreamManager(), stream, bytes));
}

/** The broker may be away because of another fault; without its limit the shop would never be whole again. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (tries === restoreTries) throw error;
      await delay(pauseMs);
    }
  }
}
