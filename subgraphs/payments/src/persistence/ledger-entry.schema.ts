import { defineEntity, p } from '@mikro-orm/core';
import { accounts, LedgerEntry, movementKinds } from '../domain/ledger.js';

export const LedgerEntrySchema = defineEntity({
  class: LedgerEntry,
  tableName: 'ledger_entry',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    transactionId: p.uuid(),
    paymentId: p.uuid(),
    movement: p.enum(movementKinds),
    account: p.enum(accounts),
    debitMinor: p.bigint('number'),
    creditMinor: p.bigint('number'),
    currency: p.text(),
    occurredAt: p.datetime(),
  },
});
