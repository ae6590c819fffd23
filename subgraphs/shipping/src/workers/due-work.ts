import type { Origin } from '@souk/kit/domain';
import { continueFrom } from '@souk/kit/observability';
import type { EntityManager } from '@souk/kit/persistence';
import type { WorkerContext } from '@souk/kit/server';

const claimedAtOnce = 8;

interface DueShipment {
  id: string;
  origin: Origin;
}

/**
 * Claims shipments that are due for a piece of work until `leaseSeconds` from now, by the database's clock, so that no
 * other process takes them meanwhile. None when nothing is due.
 * @param condition SQL over `shipment` that says what is due beside the time.
 */
async function claimDue(em: EntityManager, condition: string, leaseSeconds: number): Promise<DueShipment[]> {
  const due = `${condition} and due_at <= now()`;
  const [first] = await em.execute<unknown[]>(`select 1 from shipment where ${due} limit 1`);
  if (!first) return [];
  return em.execute<DueShipment[]>(
    `update shipment set due_at = now() + make_interval(secs => ?)
     where id in (select id from shipment where ${due} order by due_at limit ${claimedAtOnce} for update skip locked)
     returning id, origin`,
    [leaseSeconds],
  );
}

/** Work that some shipments are due for. What fails is due again when its lease runs out. */
export interface DueWork {
  /** SQL over `shipment` that says which are due, beside the time. */
  condition: string;
  leaseSeconds: number;
  /** What is done, for the traces; and what to say when it fails. */
  name: string;
  failure: string;
  perform(shipmentId: string): Promise<void>;
}

/** Does what is due, each piece as a part of the request that it came from; returns whether anything was. */
export async function doDueWork({ em, logger }: WorkerContext, work: DueWork): Promise<boolean> {
  const due = await claimDue(em, work.condition, work.leaseSeconds);
  for (const { id, origin } of due) {
    try {
      await continueFrom(origin, { name: work.name, attributes: { 'shipment.id': id } }, () => work.perform(id));
    } catch (error) {
      logger.warn({ err: error, shipmentId: id }, work.failure);
    }
  }
  return due.length > 0;
}

/** Makes a shipment due again in `seconds`. */
export async function makeDue(em: EntityManager, shipmentId: string, seconds: number): Promise<void> {
  await em.execute('update shipment set due_at = now() + make_interval(secs => ?) where id = ?', [seconds, shipmentId]);
}
