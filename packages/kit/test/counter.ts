import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { z } from 'zod';
import { audited, auditTablesV1 } from '../src/audit/index.js';
import { defineEvent, idField } from '../src/contracts/index.js';
import { AggregateRoot, newId } from '../src/domain/index.js';
import {
  aggregateColumns,
  aggregateColumnsSql,
  appendOnly,
  messagingTablesV1,
  messagingTablesV2,
  messagingTablesV3,
  messagingTablesV4,
  type NamedMigration,
} from '../src/persistence/index.js';

export const countedV1 = defineEvent('counters.counter.counted.v1', {
  schema: z.object({ counterId: idField, count: z.int() }),
  consumers: ['listeners'],
  description: 'A counter went up by one.',
});

/** The smallest aggregate there is. */
export class Counter extends AggregateRoot<{ count: number }> {
  count = 0;

  constructor(readonly id: string = newId()) {
    super();
  }

  increase(): void {
    this.count += 1;
    this.record({ count: this.count });
  }
}

export const CounterSchema = defineEntity({
  class: Counter,
  tableName: 'counter',
  properties: { ...aggregateColumns, count: p.integer() },
});

class Counters0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`create table counter (${aggregateColumnsSql}, count int not null)`);
    this.addSql('create table heard (counter_id uuid not null, count int not null)');
    this.addSql(appendOnly('heard'));
  }
}

class DeadLetters0002 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV2);
  }
}

/** Each count is audited. */
class Audit0003 extends Migration {
  override up(): void {
    this.addSql(auditTablesV1);
    this.addSql(audited({ table: 'counter', subject: `'counter:' || it.id`, noun: 'counter', columns: ['count'] }));
  }
}

class Redrives0004 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV3);
  }
}

class ConsumerFloors0005 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV4);
  }
}

export const migrations: readonly NamedMigration[] = [
  { name: '0001-counters', class: Counters0001 },
  { name: '0002-dead-letters', class: DeadLetters0002 },
  { name: '0003-audit', class: Audit0003 },
  { name: '0004-redrives', class: Redrives0004 },
  { name: '0005-consumer-floors', class: ConsumerFloors0005 },
];
