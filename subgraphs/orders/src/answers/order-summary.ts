import { answerTo } from '@souk/kit/asking';
import { askOrderSummary } from '@souk/schema/questions/orders';
import { Order } from '../domain/order.js';

/** Tells what a parcel or a message needs to know of an order. */
export const answerOrderSummary = answerTo(askOrderSummary, async ({ orderId }, { em }) => {
  const order = await em.findOne(Order, { id: orderId });
  return { order: order && summaryOf(order) };
});

function summaryOf(order: Order) {
  const { orderNumber, customerId, contactEmail, locale, lines, shippingAddress, shippingMethodName, weightGrams } =
    order;
  const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
  return {
    orderId: order.id,
    orderNumber,
    customerId,
    contactEmail,
    locale,
    lines: lines.map(({ sku, name, quantity, lineTotalMinor }) => ({
      sku,
      name,
      quantity,
      lineTotal: money(lineTotalMinor),
    })),
    subtotal: money(order.subtotalMinor),
    shippingPrice: money(order.shippingMinor),
    taxTotal: money(order.taxMinor),
    total: money(order.totalMinor),
    shippingAddress,
    shippingMethodName,
    weightGrams,
  };
}
