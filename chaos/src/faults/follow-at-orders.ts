import { createAssertionSigner } from '@souk/kit/identity';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { asOwner } from './database.js';
import type { Stage } from './fault-kind.js';

const openWithinMs = 2_000;
const query = 'subscription ($orderId: ID!) { orderStatusChanged(orderId: $orderId) { sequence } }';

/**
 * Subscribes to the newest order at orders itself and leaves after the first row, as another router would that hears
 * nothing from NATS; ours only reads the history there.
 */
export async function followAtOrders(stage: Stage): Promise<void> {
  const orderId = await newestOrder(stage);
  if (!orderId) return;
  const { url, assertion } = await introduction(stage, orderId);
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionAckWaitTimeout: openWithinMs,
  });
  const patience = setTimeout(() => client.terminate(), openWithinMs);
  try {
    const changes = client.iterate({ query, variables: { orderId }, extensions: { assertion } });
    for await (const _first of changes) return;
  } finally {
    clearTimeout(patience);
    await client.dispose();
  }
}

/** In the name of somebody who holds the order's secret link, as the router would say it. */
async function introduction({ living }: Stage, orderId: string): Promise<{ url: string; assertion: string }> {
  const { SUBGRAPH_URLS = '', ASSERTION_PRIVATE_KEY = '' } = living.part('router').environment;
  const sign = await createAssertionSigner(JSON.parse(ASSERTION_PRIVATE_KEY));
  const assertion = await sign({ kind: 'order-link', roles: [], scopes: [], orderId }, 'orders');
  const { orders } = JSON.parse(SUBGRAPH_URLS) as { orders: string };
  return { url: orders.replace(/^http/, 'ws'), assertion };
}

function newestOrder(stage: Stage): Promise<string | undefined> {
  return asOwner(stage, 'orders', async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from orders order by id desc limit 1');
    return rows[0]?.id;
  });
}
