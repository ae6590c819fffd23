import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CancelOrderDocument,
  OrderPaymentDocument,
  WatchOrderDocument,
  type WatchOrderSubscription,
} from '@souk/schema/generated/graphql';
import type { Scenario } from './scenario.js';
import { tell } from './tell.js';
import type { Visitor } from './visit.js';

type StatusChange = WatchOrderSubscription['orderStatusChanged'];
type Shop = Pick<Visitor, 'shop'>;

const patienceMs = 10_000;

/** Shows each status of the order the moment it comes, until its last one, with fields from five subgraphs. */
export async function watchOrder({ shop }: Visitor, orderId: string, scenario: Scenario): Promise<void> {
  for await (const { orderStatusChanged } of shop.subscribe(WatchOrderDocument, { orderId, afterSequence: 0 })) {
    tell(orderStatusChanged.status.toLowerCase(), describe(orderStatusChanged));
    if (scenario.cancels && orderStatusChanged.status === 'PAID') await cancel({ shop }, orderId);
  }
  if (scenario.cancels) await showMoneyBack({ shop }, orderId);
}

async function cancel({ shop }: Shop, orderId: string): Promise<void> {
  const { cancelOrder } = await shop.run(CancelOrderDocument, { input: { orderId, idempotencyKey: randomUUID() } });
  const refusal = cancelOrder?.userErrors[0];
  tell('cancelling', refusal ? `refused: ${refusal.message}` : 'accepted');
}

/** A cancelled order is over at once; what it held is let go right after. */
async function showMoneyBack({ shop }: Shop, orderId: string): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(50)) {
    const { order } = await shop.run(OrderPaymentDocument, { id: orderId });
    if (order?.payment?.status !== 'REFUNDED' && order?.payment?.status !== 'VOIDED') continue;
    tell('money back', `payment ${order.payment.status}, ${order.payment.refundedAmount.formatted} given back`);
    return;
  }
  throw new Error(`The money was not given back within ${patienceMs / 1_000} seconds.`);
}

function describe({ sequence, occurredAt, order }: StatusChange): string {
  const { cancellation, payment, shipments, lines } = order;
  const [line] = lines;
  const parts = [
    `#${sequence} ${occurredAt.slice(11, 23)}`,
    line &&
      `${line.quantity} × ${line.variant?.product?.title ?? line.name} (${line.variant?.availability?.available ?? '?'} left)`,
    payment && `payment ${payment.status}${payment.failure ? `: ${payment.failure.message}` : ''}`,
    shipments?.[0] && `parcel ${shipments[0].trackingNumber ?? 'without a label yet'} ${shipments[0].status}`,
    cancellation && `${cancellation.code}: ${cancellation.message}`,
  ];
  return parts.filter(Boolean).join(' · ');
}
