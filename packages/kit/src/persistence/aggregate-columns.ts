import { p } from '@mikro-orm/core';

/** The columns that every aggregate's table has: id, the mapper's lock, and the count of events recorded. */
export const aggregateColumns = {
  id: p.uuid().primary(),
  version: p.integer().version(),
  eventCount: p.integer(),
};

/** The same columns in SQL, for migrations. */
export const aggregateColumnsSql =
  'id uuid primary key, version int not null default 1, event_count int not null default 0';
