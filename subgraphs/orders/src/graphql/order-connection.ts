import { type Connection, type Page, toConnection } from '@souk/kit/graphql';
import type { Order } from '../domain/order.js';
import { type OrderType, toOrderType } from './order.type.js';

/** A page of orders; ids are in order of time, so the id is the cursor. */
export function toOrderConnection(orders: readonly Order[], page: Page): Connection<OrderType> {
  return toConnection(orders, page, { keysOf: (order) => [order.id], toNode: toOrderType });
}
