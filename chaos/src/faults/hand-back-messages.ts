import { atBroker } from './broker.js';
import type { FaultKind } from './fault-kind.js';
import { busyStreams } from './targets.js';

const momentMs = 3_000;
const mostTaken = 20;
const waitMs = 2_000;
const longestPauseMs = 4_000;

/** Messages of a consumer are taken from it and come later, each after another pause: in another order. */
export const handBackMessages: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(busyStreams), durationMs: momentMs }),
  begin: (stage, { target }) =>
    atBroker(stage, async (nats) => {
      const { random } = stage;
      const names = await (await nats.jetstreamManager()).consumers.list(target).next();
      const durables = names.flatMap(({ config }) => config.durable_name ?? []).sort();
      if (durables.length === 0) return stage.leaveOut(`nobody takes ${target}`);
      const consumer = await nats.jetstream().consumers.get(target, random.pick(durables));
      const taken = await consumer.fetch({ max_messages: random.integer(2, mostTaken), expires: waitMs });
      for await (const message of taken) message.nak(random.integer(1, longestPauseMs));
      await nats.flush();
    }),
};
