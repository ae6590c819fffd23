import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const headersWithinMs = 10_000;
const bodyWithinMs = 30_000;
/** Longer than load balancers keep a connection, so that it is not us who closes it under a request. */
const keepAliveMs = 65_000;
const sweepEveryMs = 50;

/** Their connections: one that was opened ahead of a request is not idle to Node before it has had one. */
const connectionsOf = new WeakMap<Server, Set<Socket>>();

/** Resolves with the address once the server listens. @throws what the port does not allow. */
export async function listen(server: Server, { HOST, PORT }: { HOST: string; PORT: number }): Promise<string> {
  server.headersTimeout = headersWithinMs;
  server.requestTimeout = bodyWithinMs;
  server.keepAliveTimeout = keepAliveMs;
  const connections = new Set<Socket>();
  connectionsOf.set(server, connections);
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://${HOST}:${port}`;
}

/** Takes no new connections; resolves when the last request is answered. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Clients keep connections whose last request was answered only now.
  const sweeper = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of connectionsOf.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
  }, sweepEveryMs);
  await closed;
  clearInterval(sweeper);
}
