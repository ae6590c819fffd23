import type { Worker } from '@souk/kit/server';
import { beginDueRound } from '../persistence/reconciliation-rounds.js';
import type { Providers } from '../providers/payment-provider.js';
import { runRound } from '../use-cases/run-round.js';

/** Compares our books with the providers' every quarter of an hour, and once a day further back. */
export function reconcilePayments(providers: Providers): Worker {
  return {
    name: 'reconcile-payments',
    everyMs: 20_000,
    run: async ({ em, now, logger }) => {
      for (const kind of ['DAILY', 'RECENT'] as const) {
        const round = await beginDueRound(em, kind);
        if (round) await runRound({ em, now, logger, providers }, round);
      }
      return false;
    },
  };
}
