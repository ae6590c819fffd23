import type { NamedMigration } from '@souk/kit/persistence';
import { Inventory0001 } from './0001-inventory.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-inventory', class: Inventory0001 }];
