import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PublicError, type PublicErrorCode } from '@souk/kit/domain';
import type { Logger } from '@souk/kit/observability';
import { errorBody } from '@souk/kit/server';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { IsAllowedOrigin } from '../http/origins.js';
import type { AddressOf } from '../identity/address-of.js';
import { nobody } from '../identity/identity.js';
import { Connection, type ConnectionParts } from './connection.js';
import { Heartbeat } from './heartbeat.js';
import { createSocketProtocol, type SocketParts } from './socket-protocol.js';

export interface SocketServerOptions extends SocketParts {
  http: Server;
  isAllowedOrigin: IsAllowedOrigin;
  addressOf: AddressOf;
  logger: Logger;
}

const statusByCode: Partial<Record<PublicErrorCode, number>> = { NOT_FOUND: 404, FORBIDDEN: 403, RATE_LIMITED: 429 };
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
  const { http, logger, socketAllowance, addressOf } = options;
  const protocol = createSocketProtocol(options);
  const server = new WebSocketServer(socketOptions);
  const connections = new Set<Connection>();
  const heartbeat = new Heartbeat();
  const open = (socket: WebSocket, parts: ConnectionParts, giveBack: () => void) => {
    const connection = new Connection(socket, parts);
    connection.hold(giveBack);
    const closed = protocol.opened(connection.protocolSocket, connection);
    connections.add(connection);
    const endHeartbeat = heartbeat.add(connection);
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      endHeartbeat();
      void closed(code, String(reason));
    });
  };
  http.on('upgrade', (request, socket, head) => {
    try {
      requireWelcome(request, options.isAllowedOrigin);
      const address = addressOf(request);
      // Until they say who they are.
      const giveBack = socketAllowance.take(nobody, address);
      socket.once('close', giveBack);
      server.handleUpgrade(request, socket, head, (opened) =>
        open(opened, { wire: socket, address, logger }, giveBack),
      );
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      refuseUpgrade(socket, error);
    }
  });
  return async () => {
    await Promise.all([...connections].map((connection) => connection.letGo()));
    heartbeat.stop();
  };
}

/**
 * Browsers do not hold sockets to CORS, so the origin is checked here.
 * @throws {PublicError} NOT_FOUND or FORBIDDEN.
 */
function requireWelcome({ url = '', headers }: IncomingMessage, isAllowedOrigin: IsAllowedOrigin): void {
  if (url.split('?', 1)[0] !== '/graphql') throw new PublicError('NOT_FOUND', 'No socket is opened here.');
  if (!isAllowedOrigin(headers.origin, headers.host)) throw new PublicError('FORBIDDEN', 'No socket is opened here.');
}

function refuseUpgrade(socket: Duplex, { code, message }: PublicError): void {
  const status = statusByCode[code] ?? 400;
  const body = JSON.stringify(errorBody(code, message));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json`;
  socket.on('error', () => socket.destroy());
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
