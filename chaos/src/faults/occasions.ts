import { setTimeout as delay } from 'node:timers/promises';
import type { FaultPoint } from '@souk/kit/faults';
import { asOwner } from './database.js';
import type { Stage } from './fault-kind.js';
import { followAtOrders } from './follow-at-orders.js';

interface Waiting {
  isWaiting(): boolean;
  /** Whether nobody came by in all the time that there was. */
  isInVain(): boolean;
}

/** Leads somebody by a point, again and again as long as it waits. */
type Occasion = (stage: Stage, waiting: Waiting) => void;

type Lead = (stage: Stage) => Promise<unknown>;

const pauseMs = 500;

/** Points that people who shop hardly ever come by, and what leads there. */
export const occasions: Partial<Record<FaultPoint, Occasion>> = {
  'inventory.sweeper.afterSelectBeforeExpiry': again(endNewestHold),
  'orders.deadlines.afterSelectBeforeStep': again(endOneWait),
  'orders.watch.betweenHistoryAndLive': again(followAtOrders),
};

function again(lead: Lead): Occasion {
  return (stage, waiting) => void repeat(lead, stage, waiting);
}

/** What it needs may be away because of another fault: the next time it may be there. If nobody came by, the run says why. */
async function repeat(lead: Lead, stage: Stage, { isWaiting, isInVain }: Waiting): Promise<void> {
  let failure: unknown;
  while (isWaiting()) {
    failure = await lead(stage).then(
      () => undefined,
      (error: unknown) => error,
    );
    await delay(pauseMs);
  }
  if (failure !== undefined && isInVain()) stage.leaveOut(`nobody could be led by its point: ${describe(failure)}`);
}

/** An order is over sooner, or is let go of once more: neither does it any harm. */
function endOneWait(stage: Stage): Promise<unknown> {
  return asOwner(stage, 'orders', (client) =>
    client.query(
      `update saga_instance set deadline = now() where order_id = (
         select order_id from saga_instance
         where step in ('AWAITING_COMPLETION', 'COMPENSATING') and deadline > now() order by order_id limit 1
       )`,
    ),
  );
}

/** One hold at a time runs out, so that few orders are lost over it. */
function endNewestHold(stage: Stage): Promise<unknown> {
  return asOwner(stage, 'inventory', async (client) => {
    const { rows } = await client.query<{ order_id: string }>(
      `update reservation set expires_at = now() where id = (
         select id from reservation where status = 'HELD' and expires_at > now() order by id desc limit 1
       ) returning order_id`,
    );
    stage.expired(rows.map(({ order_id }) => order_id));
  });
}

/** Subscriptions fail with the errors that they were answered, or with the closing of their socket. */
function describe(failure: unknown): string {
  if (Array.isArray(failure)) return failure.map(describe).join(' ');
  const { message, code, reason } = failure as { message?: string; code?: unknown; reason?: string };
  return message ?? `closed with ${code} ${reason}`;
}
