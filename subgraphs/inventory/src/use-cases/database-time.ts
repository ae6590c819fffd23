import type { EntityManager } from '@souk/kit/persistence';

/** What time it is by the database: when the transaction began. The one clock by which reservations run out. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [row] = await em.execute<{ now: string }[]>('select now() as now');
  if (!row) throw new Error('The database does not tell the time.');
  return new Date(row.now);
}
