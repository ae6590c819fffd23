import { isEventContract } from '@souk/kit/contracts';
import * as accounts from '@souk/schema/events/accounts';
import * as cart from '@souk/schema/events/cart';
import * as catalog from '@souk/schema/events/catalog';
import * as inventory from '@souk/schema/events/inventory';
import * as notifications from '@souk/schema/events/notifications';
import * as orders from '@souk/schema/events/orders';
import * as payments from '@souk/schema/events/payments';
import * as shipping from '@souk/schema/events/shipping';

const modules = [accounts, cart, catalog, inventory, notifications, orders, payments, shipping];

/** Who must handle an event, by its type, as its contract promises it. */
export const consumersByType: ReadonlyMap<string, readonly string[]> = new Map(
  modules
    .flatMap((module) => Object.values<unknown>(module))
    .filter(isEventContract)
    .map(({ type, consumers }) => [type, consumers]),
);
