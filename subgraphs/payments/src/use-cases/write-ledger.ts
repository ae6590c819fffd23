import type { EntityManager } from '@souk/kit/persistence';
import { entriesOf, type MoneyMovement } from '../domain/ledger.js';
import type { Payment } from '../domain/payment.js';

/** Writes into the ledger what happened to a payment's money, in the transaction in which the payment learns of it. */
export function writeLedger(em: EntityManager, payment: Payment, movements: readonly MoneyMovement[], now: Date): void {
  for (const movement of movements) em.persist(entriesOf(movement, payment, now));
}
