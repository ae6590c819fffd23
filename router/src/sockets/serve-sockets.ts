import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@souk/kit/observability';
import { errorBody } from '@souk/kit/server';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { IsAllowedOrigin } from '../http/origins.js';
import { closeCodes } from './close-codes.js';
import { Connection } from './connection.js';
import { createSocketProtocol, type SocketParts } from './socket-protocol.js';

export interface SocketServerOptions extends SocketParts {
  http: Server;
  isAllowedOrigin: IsAllowedOrigin;
  logger: Logger;
}

const largestMessageBytes = 64 * 1024;
const pingEveryMs = 12_000;
const settleWithinMs = 15_000;
const socketOptions = {
  noServer: true,
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
  const { http, logger } = options;
  const protocol = createSocketProtocol(options);
  const server = new WebSocketServer(socketOptions);
  const connections = new Set<Connection>();
  const open = (socket: WebSocket) => {
    const connection = new Connection(socket, logger);
    const closed = protocol.opened(connection.protocolSocket, connection);
    connections.add(connection);
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      void closed(code, String(reason));
    });
  };
  http.on('upgrade', (request, socket, head) => {
    const status = refusalOf(request, options.isAllowedOrigin);
    if (status) refuseUpgrade(socket, status);
    else server.handleUpgrade(request, socket, head, open);
  });
  const heartbeat = setInterval(() => {
    for (const connection of connections) connection.ping();
  }, pingEveryMs);
  return async () => {
    await Promise.all([...connections].map(letGo));
    clearInterval(heartbeat);
  };
}

async function letGo(connection: Connection): Promise<void> {
  await connection.settled(settleWithinMs);
  const gone = new Promise<void>((resolve) => connection.onClosed(resolve));
  connection.close(closeCodes.restart, 'The service restarts.');
  await gone;
}

/** The status to refuse an upgrade with. Browsers do not hold sockets to CORS, so the origin is checked here. */
function refusalOf({ url = '', headers }: IncomingMessage, isAllowedOrigin: IsAllowedOrigin): number | undefined {
  if (url.split('?', 1)[0] !== '/graphql') return 404;
  return isAllowedOrigin(headers.origin, headers.host) ? undefined : 403;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const body = JSON.stringify(errorBody(status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', 'No socket is opened here.'));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json`;
  socket.on('error', () => socket.destroy());
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
