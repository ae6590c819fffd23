import { once } from 'node:events';
import { FollowStatusDocument } from '@souk/schema/generated/graphql';
import { WebSocket } from 'ws';
import { accountDoor } from '../people/doors.js';
import { asOwner } from './database.js';
import type { FaultKind, Stage } from './fault-kind.js';

const shortestMs = 5_000;
const longestMs = 20_000;
const openWithinMs = 5_000;
const orders = 20;

/** Somebody follows many orders and reads nothing of what they are told. Nobody else may notice. */
export const slowSubscriber: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: 'subscriber', durationMs: random.integer(shortestMs, longestMs) }),
  begin: async (stage) => {
    const orderIds = await newestOrders(stage);
    const { socketEndpoint, endpoint, signIns } = stage.living.world;
    const { accessToken } = await accountDoor(endpoint, signIns.manager).enter();
    const socket = new WebSocket(socketEndpoint, 'graphql-transport-ws');
    // The router may be killed meanwhile, or close the socket of who is too slow.
    socket.on('error', () => undefined);
    await once(socket, 'open', { signal: AbortSignal.timeout(openWithinMs) });
    send(socket, { type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } });
    await once(socket, 'message', { signal: AbortSignal.timeout(openWithinMs) });
    for (const [index, orderId] of orderIds.entries()) {
      const payload = { query: FollowStatusDocument.toString(), variables: { orderId, afterSequence: 0 } };
      send(socket, { type: 'subscribe', id: String(index), payload });
    }
    socket.pause();
    return () => socket.terminate();
  },
};

function send(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function newestOrders(stage: Stage): Promise<string[]> {
  return asOwner(stage, 'orders', async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from orders order by id desc limit $1', [orders]);
    return rows.map(({ id }) => id);
  });
}
