import type { EntityManager } from '@souk/kit/persistence';

const claimedAtOnce = 8;

/**
 * Claims shipments that are due for a piece of work until `leaseSeconds` from now, by the database's clock, so that no
 * other process takes them meanwhile. Returns their ids; none when nothing is due.
 * @param condition SQL over `shipment` that says what is due beside the time.
 */
export async function claimDue(em: EntityManager, condition: string, leaseSeconds: number): Promise<string[]> {
  const due = `${condition} and due_at <= now()`;
  const [first] = await em.execute<unknown[]>(`select 1 from shipment where ${due} limit 1`);
  if (!first) return [];
  const rows = await em.execute<{ id: string }[]>(
    `update shipment set due_at = now() + make_interval(secs => ?)
     where id in (select id from shipment where ${due} order by due_at limit ${claimedAtOnce} for update skip locked)
     returning id`,
    [leaseSeconds],
  );
  return rows.map((row) => row.id);
}

/** Makes a shipment due again in `seconds`. */
export async function makeDue(em: EntityManager, shipmentId: string, seconds: number): Promise<void> {
  await em.execute('update shipment set due_at = now() + make_interval(secs => ?) where id = ?', [seconds, shipmentId]);
}
