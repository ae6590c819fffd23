import type { NamedMigration } from '@souk/kit/persistence';
import { Notifications0001 } from './0001-notifications.js';
import { DeadLetters0002 } from './0002-dead-letters.js';
import { Audit0003 } from './0003-audit.js';
import { Redrives0004 } from './0004-redrives.js';
import { ConsumerFloors0005 } from './0005-consumer-floors.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-notifications', class: Notifications0001 },
  { name: '0002-dead-letters', class: DeadLetters0002 },
  { name: '0003-audit', class: Audit0003 },
  { name: '0004-redrives', class: Redrives0004 },
  { name: '0005-consumer-floors', class: ConsumerFloors0005 },
];
