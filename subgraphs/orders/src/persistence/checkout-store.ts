import type { EntityManager } from '@souk/kit/persistence';
import type { CheckoutState, CheckoutStep } from '../processes/checkout-state.js';

/** A process that nobody else can advance until this transaction is over. */
export interface LockedCheckout {
  state: CheckoutState;
  /** By the database's clock, as every deadline is. */
  now: Date;
}

interface SagaRow {
  step: CheckoutStep;
  attempt: number;
  /** What was saved before orders could be free does not say whether one is: none was. */
  data: Omit<CheckoutState, 'step' | 'attempt' | 'isFree'> & { isFree?: boolean };
  now: Date;
}

/** Begins an order's process in the transaction that saves the order. */
export async function insertCheckout(
  em: EntityManager,
  orderId: string,
  { step, attempt, ...data }: CheckoutState,
  deadlineInSeconds: number | null,
): Promise<void> {
  await em.execute(
    `insert into saga_instance (order_id, step, attempt, data, deadline)
     values (?, ?, ?, ?::jsonb, now() + make_interval(secs => ?))`,
    [orderId, step, attempt, JSON.stringify(data), deadlineInSeconds],
  );
}

/** Waits for an order's process and keeps it: everything that happens to an order, happens one after the other. */
export async function lockCheckout(em: EntityManager, orderId: string): Promise<LockedCheckout | null> {
  return first(
    await em.execute<SagaRow[]>(
      'select step, attempt, data, clock_timestamp() as now from saga_instance where order_id = ? for update',
      [orderId],
    ),
  );
}

/** The same for a process whose deadline has passed; null when it has not, or when somebody else is at it. */
export async function lockDueCheckout(em: EntityManager, orderId: string): Promise<LockedCheckout | null> {
  return first(
    await em.execute<SagaRow[]>(
      `select step, attempt, data, clock_timestamp() as now from saga_instance
       where order_id = ? and deadline <= now() for update skip locked`,
      [orderId],
    ),
  );
}

/** @param deadlineInSeconds from now; `undefined` keeps the deadline that there is. */
export async function saveCheckout(
  em: EntityManager,
  orderId: string,
  { step, attempt, ...data }: CheckoutState,
  deadlineInSeconds: number | null | undefined,
): Promise<void> {
  await em.execute(
    `update saga_instance set step = ?, attempt = ?, data = ?::jsonb,
       deadline = case when ?::boolean then deadline else clock_timestamp() + make_interval(secs => ?) end
     where order_id = ?`,
    [step, attempt, JSON.stringify(data), deadlineInSeconds === undefined, deadlineInSeconds ?? null, orderId],
  );
}

/** The orders whose deadline has passed, longest overdue first. */
export async function findDueOrderIds(em: EntityManager, limit: number): Promise<string[]> {
  const rows = await em.execute<{ order_id: string }[]>(
    'select order_id from saga_instance where deadline <= now() order by deadline limit ?',
    [limit],
  );
  return rows.map((row) => row.order_id);
}

function first([row]: SagaRow[]): LockedCheckout | null {
  if (!row) return null;
  const { step, attempt, data, now } = row;
  return { state: { step, attempt, ...data, isFree: data.isFree ?? false }, now: new Date(now) };
}
