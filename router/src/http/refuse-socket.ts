import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { PublicError } from '@souk/kit/domain';
import { errorBody } from '@souk/kit/server';
import { headersOf, statusOf } from '../admission/refusal.js';

/** Answers on a connection that has no request that could be answered, and ends it. */
export function refuseSocket(socket: Duplex, { code, message, details }: PublicError, status = statusOf(code)): void {
  const body = JSON.stringify(errorBody(code, message));
  const headers = {
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    ...headersOf(code, details),
    'content-length': Buffer.byteLength(body),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.on('error', () => socket.destroy());
  // Whoever does not close their end would keep it half open.
  socket.end(`${[`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}
