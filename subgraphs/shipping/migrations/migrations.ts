import type { NamedMigration } from '@souk/kit/persistence';
import { Shipping0001 } from './0001-shipping.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-shipping', class: Shipping0001 }];
