import { atBroker } from './broker.js';
import type { FaultKind } from './fault-kind.js';
import { publishAgain, someMessages } from './stored-messages.js';
import { busyStreams } from './targets.js';

const momentMs = 500;
const mostAtOnce = 10;

/** Old events come once more, with the same ids. */
export const duplicateEvent: FaultKind = {
  weight: 3,
  draw: ({ random }) => ({ target: random.pick(busyStreams), durationMs: momentMs }),
  begin: (stage, { target }) =>
    atBroker(stage, async (nats) => {
      const { random } = stage;
      await publishAgain(nats, await someMessages(nats, target, { random, most: random.integer(1, mostAtOnce) }));
    }),
};
