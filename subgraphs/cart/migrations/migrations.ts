import type { NamedMigration } from '@souk/kit/persistence';
import { Cart0001 } from './0001-cart.js';
import { TaxRates0002 } from './0002-tax-rates.js';
import { DeadLetters0003 } from './0003-dead-letters.js';
import { Audit0004 } from './0004-audit.js';
import { Redrives0005 } from './0005-redrives.js';
import { ConsumerFloors0006 } from './0006-consumer-floors.js';

/** Every migration of this database, oldest first. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-cart', class: Cart0001 },
  { name: '0002-tax-rates', class: TaxRates0002 },
  { name: '0003-dead-letters', class: DeadLetters0003 },
  { name: '0004-audit', class: Audit0004 },
  { name: '0005-redrives', class: Redrives0005 },
  { name: '0006-consumer-floors', class: ConsumerFloors0006 },
];
