import type { NamedMigration } from '@souk/kit/persistence';
import { Notifications0001 } from './0001-notifications.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-notifications', class: Notifications0001 }];
