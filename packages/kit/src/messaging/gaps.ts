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
}

/** How many gaps one round looks at. The others have their turn in the next. */
const roundSize = 20;

/**
 * Aggregates of which something has been parked for a minute, unless it waits for a dead letter, which is up to somebody to
 * redrive or discard. Each is taken once in five minutes.
 */
const takeGaps = `
with gap as (
  select consumer, aggregate_id, min(version) as version, count(*)::int as waiting
  from inbox_parked parked
  where not exists (
    select from dead_letter dead
    where dead.consumer = parked.consumer and dead.aggregate_id = parked.aggregate_id and dead.status = 'DEAD'
      and dead.version < parked.version
  )
  group by consumer, aggregate_id
  having min(parked_at) < now() - interval '1 minute'
    and coalesce(max(alarmed_at), '-infinity') < now() - interval '5 minutes'
  order by min(parked_at) limit ${roundSize}
), alarmed as (
  update inbox_parked set alarmed_at = now() from gap
  where inbox_parked.consumer = gap.consumer and inbox_parked.aggregate_id = gap.aggregate_id
    and inbox_parked.version = gap.version
  returning inbox_parked.*, waiting
)
select alarmed.consumer, alarmed.aggregate_id, type, alarmed.version, envelope, waiting,
  coalesce(consumer_position.version, 0) as position
from alarmed left join consumer_position using (consumer, aggregate_id)`;

/**
 * Raises an alarm for events that have waited longer than a minute for one before them, and closes the gap: the owner is
 * asked to publish the missing versions again, and what waits for nothing any more is handled.
 */
export async function closeGaps(options: GapOptions): Promise<void> {
  const gaps = await options.em.execute<Gap[]>(takeGaps);
  for (const gap of gaps) await closeGap(gap, options);
}

async function closeGap(gap: Gap, { em, ask, logger, inboxOf }: GapOptions): Promise<void> {
  const { consumer, type, aggregate_id: aggregateId, version, position, waiting } = gap;
  const [first, last] = [position + 1, version - 1];
  const about = { code: 'EVENT_GAP', consumer, type, aggregateId, position, version, waiting };
  logger.error(about, 'Events have been waiting for more than a minute for one before them.');
  try {
    if (first <= last) {
      const { owner, aggregate } = partsOf(type);
      const missing = { aggregateType: `${owner}.${aggregate}`, aggregateId, first, last };
      const { published } = await ask(askRepublish(owner), { what: 'VERSIONS', ...missing });
      if (published === 0)
        logger.error({ ...about, code: 'EVENT_GAP_STAYS' }, `${owner} has none of the missing to publish again.`);
      return;
    }
    const inbox = inboxOf(consumer);
    if (inbox) await bring(inbox, gap.envelope, { em, logger, isDead: false });
  } catch (error) {
    logger.warn({ ...about, err: error }, 'The gap could not be closed and will be looked at again.');
  }
}
