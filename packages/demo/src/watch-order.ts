import { randomUUID } from 'node:crypto';
import { CancelOrderDocument, WatchOrderDocument, type WatchOrderSubscription } from '@souk/schema/generated/graphql';
import type { Scenario } from './scenario.js';
import { tell } from './tell.js';
import type { Visitor } from './visit.js';

type StatusChange = WatchOrderSubscription['orderStatusChanged'];

/** Shows each status of the order the moment it comes, until its last one, with fields from five subgraphs. */
export async function watchOrder({ shop }: Visitor, orderId: string, scenario: Scenario): Promise<void> {
  for await (const { orderStatusChanged } of shop.subscribe(WatchOrderDocument, { orderId, afterSequence: 0 })) {
    tell(orderStatusChanged.status.toLowerCase(), describe(orderStatusChanged));
    if (scenario.cancels && orderStatusChanged.status === 'PAID') await cancel({ shop }, orderId);
  }
}

async function cancel({ shop }: Pick<Visitor, 'shop'>, orderId: string): Promise<void> {
  const { cancelOrder } = await shop.run(CancelOrderDocument, { input: { orderId, idempotencyKey: randomUUID() } });
  const refusal = cancelOrder?.userErrors[0];
  tell('cancelling', refusal ? `refused: ${refusal.message}` : 'accepted');
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
