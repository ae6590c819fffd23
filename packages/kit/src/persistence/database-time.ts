import type { EntityManager } from '@mikro-orm/postgresql';

/** What time it is by the database: the one clock by which leases, limits and deadlines run out. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [row] = await em.execute<{ now: string }[]>('select clock_timestamp() as now');
  if (!row) throw new Error('The database does not tell the time.');
  return new Date(row.now);
}
