import { asOwner } from './database.js';
import type { FaultKind } from './fault-kind.js';

const momentMs = 500;
const minutes = 10;

/** When things end, by the table that says so. Only what has not ended is touched. Returns whose end is past by that. */
const deadlines = {
  inventory: `
    update reservation set expires_at = expires_at + $1 * interval '1 minute'
    where status = 'HELD' returning order_id, expires_at <= now() as is_over`,
  payments: `
    update payment set pay_by = pay_by + $1 * interval '1 minute'
    where status = 'ACTION_REQUIRED' and expired_at is null returning order_id, pay_by <= now() as is_over`,
} as const;
type Deadlines = keyof typeof deadlines;

interface Moved {
  order_id: string;
  is_over: boolean;
}

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
      const { rows } = await client.query<Moved>(deadlines[target as Deadlines], [detail['minutes']]);
      stage.expired(rows.filter(({ is_over }) => is_over).map(({ order_id }) => order_id));
    }),
};
