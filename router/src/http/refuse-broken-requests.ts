import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { PublicError } from '@souk/kit/domain';
import type { FindTally } from '../metrics/tallies.js';
import { refuseSocket } from './refuse-socket.js';

type BrokenRequest = readonly [status: number, error: PublicError];

const unreadable: BrokenRequest = [400, new PublicError('BAD_REQUEST', 'The request could not be read.')];
/** By the code of Node's error. */
const brokenRequests: Readonly<Record<string, BrokenRequest>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, new PublicError('TIMEOUT', 'The request was not complete in time.')],
  HPE_HEADER_OVERFLOW: [431, new PublicError('BAD_REQUEST', 'The headers are too long.')],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, new PublicError('PAYLOAD_TOO_LARGE', 'The request is too long.')],
};

/** Answers what is no request, or takes too long to become one, in JSON as everything else. */
export function refuseBrokenRequests(http: Server, refusals: FindTally<'code'>): void {
  http.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket: Socket) => {
    if (!isAnswerable(socket)) {
      socket.destroy();
      return;
    }
    const [status, error] = brokenRequests[code] ?? unreadable;
    refusals({ code: error.code }).add();
    refuseSocket(socket, error, status);
  });
}

/** Whoever said nothing is told nothing; nor can anything be told in the middle of an answer. */
function isAnswerable(socket: Socket & { _httpMessage?: { headersSent: boolean } | null }): boolean {
  return socket.writable && socket.bytesRead > 0 && !socket._httpMessage?.headersSent;
}
