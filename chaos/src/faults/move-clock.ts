import { asOwner } from './database.js';
import type { FaultKind } from './fault-kind.js';

const momentMs = 500;
const minutes = 10;

/** When things end, by the table that says so. Only what has not ended is touched. */
const deadlines = {
  inventory: `update reservation set expires_at = expires_at + $1 * interval '1 minute' where status = 'HELD'`,
  payments: `
    update payment set pay_by = pay_by + $1 * interval '1 minute'
    where status = 'ACTION_REQUIRED' and expired_at is null`,
} as const;
type Deadlines = keyof typeof deadlines;
const subgraphs = Object.keys(deadlines) as Deadlines[];

/** As if a clock had been put forward or back by ten minutes: what is held now is over at once, or much later. */
export const moveClock: FaultKind = {
  weight: 3,
  draw: ({ random }) => ({
    target: random.pick(subgraphs),
    durationMs: momentMs,
    detail: { minutes: random.pick([-minutes, -minutes, minutes]) },
  }),
  begin: (stage, { target, detail }) =>
    asOwner(stage, target, async (client) => {
      await client.query(deadlines[target as Deadlines], [detail['minutes']]);
    }),
};
