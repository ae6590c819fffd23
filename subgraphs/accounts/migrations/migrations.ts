import type { NamedMigration } from '@souk/kit/persistence';
import { Accounts0001 } from './0001-accounts.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-accounts', class: Accounts0001 }];
