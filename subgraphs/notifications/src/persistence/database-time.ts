import type { EntityManager } from '@souk/kit/persistence';

/** What time it is by the database: the one clock that messages are due by. */
export async function databaseTime(em: EntityManager): Promise<Date> {
  const [row] = await em.execute<{ now: string }[]>('select clock_timestamp() as now');
  if (!row) throw new Error('The database does not tell the time.');
  return new Date(row.now);
}
