import { atBroker } from './broker.js';
import type { FaultKind } from './fault-kind.js';
import { publishAgain, type Stored, someMessages } from './stored-messages.js';
import { busyStreams } from './targets.js';

const momentMs = 500;
const mostLookedAt = 200;

/** Two events of one aggregate come once more, the later one first. */
export const reorderEvents: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(busyStreams), durationMs: momentMs }),
  begin: (stage, { target }) =>
    atBroker(stage, async (nats) => {
      const messages = await someMessages(nats, target, { random: stage.random, most: mostLookedAt });
      const pair = pairOfOne(messages);
      if (!pair) return stage.leaveOut(`no aggregate of ${target} has two events yet`);
      await publishAgain(nats, pair.reverse());
    }),
};

function pairOfOne(messages: readonly Stored[]): Stored[] | undefined {
  const groups = [...Map.groupBy(messages, ({ aggregateId }) => aggregateId).values()];
  return groups.find((group) => group.length > 1)?.slice(0, 2);
}
