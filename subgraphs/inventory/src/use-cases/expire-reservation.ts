import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import { Reservation } from '../domain/reservation.js';
import { freeUnits } from './held-units.js';

/** Some holds whose time is over, the oldest first. */
export async function findOverdueReservations(em: EntityManager, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from reservation where status = 'HELD' and expires_at <= now() order by expires_at limit ?`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/**
 * Ends one hold, if its time is still over when it is its turn; passes by one that somebody else is working on.
 * Publishes `inventory.reservation.expired.v1`. One at a time: two would lock stock levels out of order.
 */
export async function expireReservation(em: EntityManager, id: string): Promise<void> {
  await inTransaction(em, async (transaction) => {
    const claimed = await transaction.execute<unknown[]>(
      `select 1 from reservation where id = ? and status = 'HELD' and expires_at <= now() for update skip locked`,
      [id],
    );
    if (claimed.length === 0) return;
    const reservation = await transaction.findOneOrFail(Reservation, { id });
    reservation.expire();
    await freeUnits(transaction, reservation.id);
  });
}
