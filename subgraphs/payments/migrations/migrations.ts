import type { NamedMigration } from '@souk/kit/persistence';
import { Payments0001 } from './0001-payments.js';
import { DeadLetters0002 } from './0002-dead-letters.js';
import { Audit0003 } from './0003-audit.js';
import { Reconciliation0004 } from './0004-reconciliation.js';
import { Redrives0005 } from './0005-redrives.js';
import { OneEntryPerMovement0006 } from './0006-one-entry-per-movement.js';
import { ConsumerFloors0007 } from './0007-consumer-floors.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-payments', class: Payments0001 },
  { name: '0002-dead-letters', class: DeadLetters0002 },
  { name: '0003-audit', class: Audit0003 },
  { name: '0004-reconciliation', class: Reconciliation0004 },
  { name: '0005-redrives', class: Redrives0005 },
  { name: '0006-one-entry-per-movement', class: OneEntryPerMovement0006 },
  { name: '0007-consumer-floors', class: ConsumerFloors0007 },
];
