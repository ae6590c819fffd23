import type { NamedMigration } from '@souk/kit/persistence';
import { Catalog0001 } from './0001-catalog.js';
import { Catalog0002 } from './0002-search.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-catalog', class: Catalog0001 },
  { name: '0002-search', class: Catalog0002 },
];
