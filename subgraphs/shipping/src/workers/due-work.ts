import { workThrough } from '@souk/kit/concurrency';
import type { Origin } from '@souk/kit/domain';
import { continueFrom } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { WorkerContext } from '@souk/kit/server';

/** Orders and carriers may be slow; and connections are few. */
const limits = { atOnce: 8, claimSize: 4, most: 64 };

interface DueShipment {
  id: string;
  origin: Origin;
}

/** A plain look, without a lock. */
async function isAnyDue(em: EntityManager, { condition }: DueWork): Promise<boolean> {
  const rows = await em.execute<unknown[]>(`select 1 from shipment where ${condition} and due_at <= now() limit 1`);
  return rows.length > 0;
}

/** Claims shipments until the lease is over, by the database's clock, so that no other process takes them meanwhile. */
function claimDue(em: EntityManager, { condition, leaseSeconds }: DueWork, limit: number): Promise<DueShipment[]> {
  return em.execute<DueShipment[]>(
    `update shipment set due_at = now() + make_interval(secs => ?)
     where id in (
       select id from shipment where ${condition} and due_at <= now() order by due_at limit ? for update skip locked
     )
     returning id, origin`,
    [leaseSeconds, limit],
  );
}

/** Work that some shipments are due for. */
export interface DueWork {
  /** SQL over `shipment` that says which are due, beside the time. */
  condition: string;
  /** How long nobody else takes what is taken. */
  leaseSeconds: number;
  /** When what fails is due again. Whoever dies over it leaves it to its lease. */
  retrySeconds: number;
  /** What is done, for the traces; and what to say when it fails. */
  name: string;
  failure: string;
  perform(shipmentId: string): Promise<void>;
}

/** Does what is due, each piece as a part of the request that it came from; returns whether more may be. */
export async function doDueWork(context: WorkerContext, work: DueWork): Promise<boolean> {
  const { em } = context;
  if (!(await isAnyDue(em, work))) return false;
  return workThrough({
    claim: (limit) => claimDue(em, work, limit),
    perform: (shipment) => perform(shipment, work, context),
    ...limits,
  });
}

async function perform({ id, origin }: DueShipment, work: DueWork, { em, logger }: WorkerContext): Promise<void> {
  try {
    await continueFrom(origin, { name: work.name, attributes: { 'shipment.id': id } }, () => work.perform(id));
  } catch (error) {
    logger.warn({ err: error, shipmentId: id }, work.failure);
    await makeDue(em, id, work.retrySeconds);
  }
}

/** Makes a shipment due again in `seconds`. */
export async function makeDue(em: EntityManager, shipmentId: string, seconds: number): Promise<void> {
  await em.execute('update shipment set due_at = now() + make_interval(secs => ?) where id = ?', [seconds, shipmentId]);
}
