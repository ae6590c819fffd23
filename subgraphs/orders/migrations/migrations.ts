import type { NamedMigration } from '@souk/kit/persistence';
import { Orders0001 } from './0001-orders.js';
import { FreeOrders0002 } from './0002-free-orders.js';
import { DeadLetters0003 } from './0003-dead-letters.js';
import { Audit0004 } from './0004-audit.js';
import { Redrives0005 } from './0005-redrives.js';
import { OrderEvents0006 } from './0006-order-events.js';
import { EachStatusAudited0007 } from './0007-each-status-audited.js';
import { ConsumerFloors0008 } from './0008-consumer-floors.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-orders', class: Orders0001 },
  { name: '0002-free-orders', class: FreeOrders0002 },
  { name: '0003-dead-letters', class: DeadLetters0003 },
  { name: '0004-audit', class: Audit0004 },
  { name: '0005-redrives', class: Redrives0005 },
  { name: '0006-order-events', class: OrderEvents0006 },
  { name: '0007-each-status-audited', class: EachStatusAudited0007 },
  { name: '0008-consumer-floors', class: ConsumerFloors0008 },
];
