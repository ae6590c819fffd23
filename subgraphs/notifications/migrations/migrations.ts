import type { NamedMigration } from '@souk/kit/persistence';
import { Notifications0001 } from './0001-notifications.js';
import { DeadLetters0002 } from './0002-dead-letters.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-notifications', class: Notifications0001 },
  { name: '0002-dead-letters', class: DeadLetters0002 },
];
