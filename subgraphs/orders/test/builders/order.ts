import { newId, takeRecordedEvents } from '@souk/kit/domain';
import type { Buyer } from '../../src/domain/buyer.js';
import { Order, type OrderEvent } from '../../src/domain/order.js';
import { newOrderNumber } from '../../src/domain/order-number.js';
import type { OrderStatus } from '../../src/domain/order-status.js';
import type { ShippingAddress } from '../../src/domain/shipping-address.js';
import { aFreeQuote, aQuote } from './quote.js';

export const placedAt = new Date('2026-01-02T03:04:05Z');
export const occurrence = { at: new Date('2026-01-02T03:05:00Z'), causeEventId: newId() };

export function anAddress(more: Partial<ShippingAddress> = {}): ShippingAddress {
  return {
    name: 'A Customer',
    line1: 'Main Street 1',
    line2: null,
    city: 'Berlin',
    postalCode: '10115',
    region: null,
    countryCode: 'DE',
    phone: null,
    ...more,
  };
}

export function aBuyer(more: Partial<Buyer> = {}): Buyer {
  return { customerId: newId(), isGuest: false, contactEmail: null, locale: 'en', ...more };
}

/** Builds orders in any status; what they recorded on the way there is forgotten. */
class OrderBuilder {
  private readonly steps: ((order: Order) => void)[] = [];
  private isFree = false;

  free(): this {
    this.isFree = true;
    return this;
  }

  confirmed(): this {
    return this.add((order) => order.confirm(occurrence));
  }

  paid(): this {
    return this.confirmed().add((order) => order.pay(occurrence));
  }

  shipped(): this {
    return this.paid().add((order) => order.ship(occurrence));
  }

  delivered(): this {
    return this.shipped().add((order) => order.deliver(occurrence));
  }

  completed(): this {
    return this.delivered().add((order) => order.complete(occurrence));
  }

  cancelled(): this {
    return this.add((order) => order.cancel({ code: 'BY_CUSTOMER', message: 'No.', lines: [] }, occurrence));
  }

  in(status: OrderStatus): this {
    if (status === 'PENDING') return this;
    return this[status.toLowerCase() as Lowercase<Exclude<OrderStatus, 'PENDING'>>]();
  }

  build(): Order {
    const order = Order.place(
      {
        orderNumber: newOrderNumber(),
        buyer: aBuyer(),
        quote: this.isFree ? aFreeQuote() : aQuote(),
        shippingAddress: anAddress(),
        payment: { provider: 'STRIPE', token: 'pm_card_visa' },
      },
      placedAt,
    );
    for (const step of this.steps) step(order);
    takeRecordedEvents(order);
    order.takeHistory();
    return order;
  }

  private add(step: (order: Order) => void): this {
    this.steps.push(step);
    return this;
  }
}

export function anOrder(): OrderBuilder {
  return new OrderBuilder();
}

/** The types of what an order has recorded since it was built. */
export function typesRecordedBy(order: Order): OrderEvent['type'][] {
  return takeRecordedEvents(order).map(({ type }) => type);
}
