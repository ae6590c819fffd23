import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@souk/kit/persistence';
import { Payment } from '../domain/payment.js';

/** Reads a payment so that nobody else changes it before this transaction ends. Null when there is none. */
export function lockPayment(em: EntityManager, where: { id: string } | { orderId: string }): Promise<Payment | null> {
  return em.findOne(Payment, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
