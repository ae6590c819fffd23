import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@souk/kit/domain';
import { connectNats, ensureStream, type NatsConnection } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { orderStatusChangedV1 } from '@souk/schema/events/orders';
import type { Orders, StatusRow } from './orders.js';

export interface Commits {
  orderIds: string[];
  count: number;
  perSecond: number;
  natsUrl: string;
}

let connection: Promise<NatsConnection> | undefined;

/** Changes orders and tells it at once, as an outbox does after a commit. */
export async function commitChanges(orders: Orders, { orderIds, count, perSecond, natsUrl }: Commits): Promise<void> {
  connection ??= connect(natsUrl);
  const nats = await connection;
  const startedAt = performance.now();
  for (let done = 0; done < count; await delay(1)) {
    const due = Math.min(count, Math.ceil(((performance.now() - startedAt) / 1_000) * perSecond));
    for (; done < due; done += 1) publish(nats, orders.change(orderIds[done % orderIds.length] ?? ''));
  }
  await nats.flush();
}

async function connect(natsUrl: string): Promise<NatsConnection> {
  const nats = await connectNats(natsUrl, 'bench', createLogger('bench', 'silent'));
  await ensureStream(await nats.jetstreamManager(), orderStatusChangedV1.owner);
  return nats;
}

function publish(nats: NatsConnection, row: StatusRow): void {
  const { type, data } = orderStatusChangedV1(row);
  const envelope = {
    specversion: '1.0',
    id: newId(),
    type,
    source: '/souk/bench',
    subject: row.orderId,
    time: row.occurredAt,
    aggregateversion: row.sequence,
    correlationid: newId(),
    data,
  };
  nats.publish(type, Buffer.from(JSON.stringify(envelope)));
}
