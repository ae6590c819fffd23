import { setTimeout as delay } from 'node:timers/promises';
import { atBroker } from './broker.js';
import type { FaultKind, Stage } from './fault-kind.js';
import { busyStreams } from './targets.js';

const shortestMs = 2_000;
const longestMs = 10_000;
/** For what is published between the look and the limit: some seconds' events. */
const roomBytes = 65_536;
const restoreTries = 60;
const pauseMs = 500;

/**
 * A stream takes hardly anything more, as if the disk were full: what is published is refused and must wait in the outbox.
 * NOTE: under a limit below what it holds, the broker would delete the oldest.
 */
export const fillStore: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(busyStreams), durationMs: random.integer(shortestMs, longestMs) }),
  begin: async (stage, { target }) => {
    const usual = await changeLimit(stage, target, (bytes) => bytes + roomBytes);
    return () => untilDone(() => changeLimit(stage, target, () => usual));
  },
};

/** Gives back the limit that there was before. */
function changeLimit(stage: Stage, stream: string, limitFor: (bytes: number) => number): Promise<number> {
  return atBroker(stage, async (nats) => {
    const manager = await nats.jetstreamManager();
    const { config, state } = await manager.streams.info(stream);
    await manager.streams.update(stream, { ...config, max_bytes: limitFor(state.bytes) });
    return config.max_bytes;
  });
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
