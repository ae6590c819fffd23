import type { IncomingMessage, Server } from 'node:http';
import { PublicError } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ConnectionLimit } from '../http/connection-limit.js';
import type { IsAllowedOrigin } from '../http/origins.js';
import { refuseSocket } from '../http/refuse-socket.js';
import type { AddressOf } from '../identity/address-of.js';
import { nobody } from '../identity/identity.js';
import { clientOf } from '../metrics/client-headers.js';
import { Connection, type ConnectionParts } from './connection.js';
import { Heartbeat } from './heartbeat.js';
import { createSocketProtocol, type SocketParts } from './socket-protocol.js';

export interface SocketServerOptions extends SocketParts {
  http: Server;
  connectionLimit: ConnectionLimit;
  isAllowedOrigin: IsAllowedOrigin;
  addressOf: AddressOf;
  logger: Logger;
}

const largestMessageBytes = 64 * 1024;
const socketOptions = {
  noServer: true,
  perMessageDeflate: false,
  maxPayload: largestMessageBytes,
  /** How long a client may take to say goodbye; the library's types do not know of it. */
  closeTimeout: 2_000,
  handleProtocols,
};

/**
 * Serves operations over WebSocket on the path of the queries. Returns a function that lets every client go once its
 * operations are answered, and tells it to connect again.
 */
export function serveSockets(options: SocketServerOptions): () => Promise<void> {
  const { http, logger, socketAllowance, addressOf, metrics } = options;
  const protocol = createSocketProtocol(options);
  const server = new WebSocketServer(socketOptions);
  const connections = new Set<Connection>();
  const heartbeat = new Heartbeat();
  const open = (socket: WebSocket, parts: ConnectionParts, giveBack: () => void) => {
    const connection = new Connection(socket, parts);
    connection.hold(giveBack);
    const closed = protocol.opened(connection.protocolSocket, connection);
    connections.add(connection);
    metrics.sockets.inc();
    const endHeartbeat = heartbeat.add(connection);
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      metrics.sockets.dec();
      endHeartbeat();
      void closed(code, String(reason));
    });
  };
  http.on('upgrade', (request, socket, head) => {
    try {
      requireWelcome(request, options);
      const address = addressOf(request);
      // Until they say who they are.
      const giveBack = socketAllowance.take(nobody, address);
      socket.once('close', giveBack);
      server.handleUpgrade(request, socket, head, (opened) =>
        open(opened, { wire: socket, address, client: clientOf(request), logger }, giveBack),
      );
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      metrics.refusals({ code: error.code }).add();
      refuseSocket(socket, error);
    }
  });
  return async () => {
    await Promise.all([...connections].map((connection) => connection.letGo()));
    heartbeat.stop();
  };
}

/**
 * Browsers do not hold sockets to CORS, so the origin is checked here.
 * @throws {PublicError} RATE_LIMITED, NOT_FOUND or FORBIDDEN.
 */
function requireWelcome(
  { url = '', headers, socket }: IncomingMessage,
  { isAllowedOrigin, connectionLimit }: SocketServerOptions,
): void {
  const refusal = connectionLimit.refusalOf(socket);
  if (refusal) throw refusal;
  if (url.split('?', 1)[0] !== '/graphql') throw new PublicError('NOT_FOUND', 'No socket is opened here.');
  if (!isAllowedOrigin(headers.origin, headers.host)) throw new PublicError('FORBIDDEN', 'No socket is opened here.');
}
