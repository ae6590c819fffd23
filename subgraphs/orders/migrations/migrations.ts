import type { NamedMigration } from '@souk/kit/persistence';
import { Orders0001 } from './0001-orders.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-orders', class: Orders0001 }];
