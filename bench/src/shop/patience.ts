import { isBusy } from '@souk/client/shop-client';
import { persistently } from '@souk/kit/concurrency';

const mostMs = 120_000;

/** Comes again when the shop says that it is busy, as a good client does, for at most two minutes; counts how often. */
export class Patience {
  retries = 0;

  try<Result>(work: () => Promise<Result>): Promise<Result> {
    const until = performance.now() + mostMs;
    return persistently(work, {
      isPassing: (error) => isBusy(error) && performance.now() < until,
      onFailure: () => {
        this.retries += 1;
      },
    });
  }
}
