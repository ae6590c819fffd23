import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { PublicError } from '@souk/kit/domain';
import { errorBody } from '@souk/kit/server';
import { headersOf, statusOf } from '../admission/refusal.js';
import type { AddressOf } from '../identity/address-of.js';
import type { Allowance } from '../identity/allowance.js';
import { nobody } from '../identity/identity.js';
import type { Metrics } from '../metrics/metrics.js';

/** How long a connection too many may take to ask for something, and so hear why it is not wanted. */
const patienceMs = 1_000;

export interface ConnectionLimitParts {
  /** Undefined where our own proxies stand before us, as all connections are theirs. */
  connectionAllowance: Allowance | undefined;
  addressOf: AddressOf;
  metrics: Pick<Metrics, 'refusals'>;
}

/** Lets no address have more connections than it may. */
export class ConnectionLimit {
  private readonly refused = new Map<Socket, PublicError>();

  constructor(private readonly parts: ConnectionLimitParts) {}

  follow(http: Server): void {
    const { connectionAllowance: allowance } = this.parts;
    if (allowance) http.on('connection', (socket: Socket) => this.count(socket, allowance));
  }

  /** Why nothing that comes over this connection is answered. */
  refusalOf(socket: Socket): PublicError | undefined {
    return this.refused.size > 0 ? this.refused.get(socket) : undefined;
  }

  /** Passes on requests of connections within the limit. */
  before(listener: RequestListener): RequestListener {
    return (request, response) => {
      const refusal = this.refusalOf(request.socket);
      if (!refusal) return listener(request, response);
      const { code, message, details } = refusal;
      const headers = { connection: 'close', 'content-type': 'application/json; charset=utf-8' };
      response.writeHead(statusOf(code), { ...headers, ...headersOf(code, details) });
      response.end(JSON.stringify(errorBody(code, message)));
    };
  }

  private count(socket: Socket, allowance: Allowance): void {
    const { addressOf, metrics } = this.parts;
    try {
      socket.once('close', allowance.take(nobody, addressOf({ headers: {}, socket })));
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      metrics.refusals({ code: error.code }).add();
      this.refuse(socket, error);
    }
  }

  private refuse(socket: Socket, error: PublicError): void {
    this.refused.set(socket, error);
    const timer = setTimeout(() => socket.destroy(), patienceMs);
    socket.once('close', () => {
      clearTimeout(timer);
      this.refused.delete(socket);
    });
  }
}
