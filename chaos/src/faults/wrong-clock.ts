import type { FaultKind } from './fault-kind.js';

const shortestMs = 8_000;
const longestMs = 20_000;
const suspects = ['orders', 'payments', 'inventory', 'shipping', 'cart', 'notifications'] as const;
/** Within what tokens and signatures allow, and far beyond it. */
const offsetsSeconds = [-600, -20, 20, 600] as const;

/** A process is started anew with a clock that is wrong (libfaketime), while the database's is right. */
export const wrongClock: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({
    target: random.pick(suspects),
    durationMs: random.integer(shortestMs, longestMs),
    detail: { seconds: random.pick(offsetsSeconds) },
  }),
  begin: ({ living, leaveOut }, { target, detail }) => {
    if (living.fakeTimeLibrary === null) return leaveOut('libfaketime cannot be had on this machine');
    const part = living.part(target);
    const environment = {
      LD_PRELOAD: living.fakeTimeLibrary,
      FAKETIME: `${Number(detail['seconds']) < 0 ? '' : '+'}${detail['seconds']}s`,
      // Timers must not wait for ten minutes.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    };
    part.startNextWith(environment);
    part.kill();
    return () => {
      part.startNextWith({});
      part.kill();
    };
  },
};
