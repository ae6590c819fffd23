import type { NamedMigration } from '@souk/kit/persistence';
import { Accounts0001 } from './0001-accounts.js';
import { DeadLetters0002 } from './0002-dead-letters.js';
import { RightsBySession0003 } from './0003-rights-by-session.js';
import { Audit0004 } from './0004-audit.js';
import { Redrives0005 } from './0005-redrives.js';
import { ConsumerFloors0006 } from './0006-consumer-floors.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-accounts', class: Accounts0001 },
  { name: '0002-dead-letters', class: DeadLetters0002 },
  { name: '0003-rights-by-session', class: RightsBySession0003 },
  { name: '0004-audit', class: Audit0004 },
  { name: '0005-redrives', class: Redrives0005 },
  { name: '0006-consumer-floors', class: ConsumerFloors0006 },
];
