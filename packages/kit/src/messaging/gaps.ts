import type { Ask } from '../asking/index.js';
import { partsOf } from '../contracts/index.js';
import type { Logger } from '../observability/index.js';
import type { EntityManager } from '../persistence/index.js';
import { bring } from './bring.js';
import type { Envelope } from './envelope.js';
import type { Inbox } from './inbox.js';
import { askRepublish } from './republish-question.js';

export interface GapOptions {
  em: EntityManager;
  ask: Ask;
  logger: Logger;
  inboxOf: (consumer: string) => Inbox | undefined;
}

interface Gap {
  consumer: string;
  aggregate_id: string;
  type: string;
  /** The first version that is parked. */
  version: number;
  envelope: Envelope;
  /** The last version that was handled. */
  position: number;
  waiting: number;
  is_alarming: boolean;
}

/** How many gaps one round looks at. The others have their turn in the next. */
const roundSize = 20;

/**
 * Aggregates of which something has been parked for 15 seconds, unless it waits for a dead letter, which is up to somebody
 * to redrive or discard. Each is taken again when it has waited twice as long as at the last time, and at the latest after
 * five minutes. Most gaps are closed before their first minute; what is older is alarming.
 */
const takeGaps = `
with gap as (
  select consumer, aggregate_id, min(version) as version, count(*)::int as waiting,
    min(parked_at) <= now() - interval '1 minute' as is_alarming
  from inbox_parked parked
  where not exists (
    select from dead_letter dead
    where dead.consumer = parked.consumer and dead.aggregate_id = parked.aggregate_id and dead.status = 'DEAD'
      and dead.version < parked.version
  )
  group by consumer, aggregate_id
  having min(parked_at) <= now() - interval '15 seconds'
    and (max(alarmed_at) is null
      or now() - max(alarmed_at) >= least(max(alarmed_at) - min(parked_at), interval '5 minutes'))
  order by coalesce(max(alarmed_at), min(parked_at)) limit ${roundSize}
), alarmed as (
  update inbox_parked set alarmed_at = now() from gap
  where inbox_parked.consumer = gap.consumer and inbox_parked.aggregate_id = gap.aggregate_id
    and inbox_parked.version = gap.version
  returning inbox_parked.*, waiting, is_alarming
)
select alarmed.consumer, alarmed.aggregate_id, type, alarmed.version, envelope, waiting, is_alarming,
  coalesce(consumer_position.version, 0) as position
from alarmed left join consumer_position using (consumer, aggregate_id)`;

/**
 * Closes the gaps before events that have waited for an earlier one: the owner is asked to publish the missing versions
 * again, and what waits for nothing any more is handled. Raises an alarm for what has waited longer than a minute.
 */
export async function closeGaps(options: GapOptions): Promise<void> {
  const gaps = await options.em.execute<Gap[]>(takeGaps);
  for (const gap of gaps) await closeGap(gap, options);
}

async function closeGap(gap: Gap, { em, ask, logger, inboxOf }: GapOptions): Promise<void> {
  const { consumer, type, aggregate_id: aggregateId, version, position, waiting } = gap;
  const [first, last] = [position + 1, version - 1];
  const about = { code: 'EVENT_GAP', consumer, type, aggregateId, position, version, waiting };
  const level = gap.is_alarming ? 'error' : 'warn';
  logger[level](about, 'Events wait for one before them that has not come.');
  try {
    if (first <= last) {
      const { owner, aggregate } = partsOf(type);
      const missing = { aggregateType: `${owner}.${aggregate}`, aggregateId, first, last };
      const { published } = await ask(askRepublish(owner), { what: 'VERSIONS', ...missing });
      if (published === 0)
        logger[level]({ ...about, code: 'EVENT_GAP_STAYS' }, `${owner} has none of the missing to publish again.`);
      return;
    }
    const inbox = inboxOf(consumer);
    if (inbox) await bring(inbox, gap.envelope, { em, logger, isDead: false });
  } catch (error) {
    logger.warn({ ...about, err: error }, 'The gap could not be closed and will be looked at again.');
  }
}
