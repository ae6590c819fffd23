import type { FilterQuery } from '@mikro-orm/core';
import { defineLoader, groupBy, indexBy, type Page, requireId } from '@souk/kit/graphql';
import { type Caller, ownerIdsOf } from '@souk/kit/identity';
import type { EntityManager } from '@souk/kit/persistence';
import type { OrdersContext } from '../context.js';
import { Order } from '../domain/order.js';
import type { OrderStatus } from '../domain/order-status.js';
import { OrderStatusChange } from '../domain/order-status-change.js';

/** Orders by id: the caller's own, the one that an order link opens, and all of them for who may read orders. */
export const orderById = defineLoader(async (ids, { em, caller }: OrdersContext) => {
  const orders = await em.find(Order, { $and: [{ id: { $in: [...ids] } }, visibleTo(caller)] });
  return indexBy(orders, (order) => order.id);
});

/** An order as it is now, whatever this request has read of it before. */
export function findOrderAnew(context: OrdersContext, id: string): Promise<Order | null> {
  return orderById({ ...context, em: context.em.fork() }).load(id);
}

/** The histories of orders, oldest row first. */
export const historyByOrderId = defineLoader(async (ids, { em }: OrdersContext) => {
  return groupBy(await findHistory(em, ids), (change) => change.orderId);
});

/** The rows of some orders' histories, oldest first. */
export function findHistory(em: EntityManager, orderIds: readonly string[]): Promise<OrderStatusChange[]> {
  return em.find(OrderStatusChange, { orderId: { $in: [...orderIds] } }, { orderBy: { sequence: 'asc' } });
}

/** Every customer's orders, newest first, for staff. */
export function findAllOrders(
  em: EntityManager,
  page: Page,
  { status }: { status?: OrderStatus | undefined },
): Promise<Order[]> {
  const after = idAfter(page);
  const where: FilterQuery<Order> = { ...(status && { status }), ...(after && { id: { $lt: after } }) };
  return em.find(Order, where, { orderBy: { id: 'desc' }, limit: page.limit });
}

/** The id that a page of orders starts after: ids are in order of time. @throws {PublicError} BAD_USER_INPUT */
export function idAfter({ after }: Page): string | null {
  return after === undefined ? null : requireId(String(after[0]), 'after');
}

function visibleTo(caller: Caller): FilterQuery<Order> {
  if (caller.scopes.includes('orders:read')) return {};
  if (caller.kind === 'order-link') return { id: caller.orderId ?? null };
  return { customerId: { $in: ownerIdsOf(caller) } };
}
