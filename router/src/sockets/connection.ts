import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@souk/kit/domain';
import { type Logger, withCorrelation } from '@souk/kit/observability';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { type Identity, nobody } from '../identity/identity.js';
import { closeCodes } from './close-codes.js';

/** One client's socket. */
export class Connection {
  identity: Identity = nobody;
  private readonly running = new Set<Promise<void>>();
  private hasAnswered = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly logger: Logger,
  ) {
    socket.on('pong', () => {
      this.hasAnswered = true;
    });
    socket.on('error', (error) => logger.debug({ err: error }, 'A client broke its socket.'));
  }

  /** The socket as the protocol's implementation wants it. Each message begins a correlation of its own. */
  get protocolSocket(): ProtocolSocket {
    return {
      protocol: this.socket.protocol,
      send: (text) => this.send(text),
      close: (code, reason) => this.socket.close(code, reason),
      onMessage: (handle) =>
        void this.socket.on('message', (data) => {
          const handling = withCorrelation({ correlationId: newId() }, () => this.handle(handle, String(data)));
          this.running.add(handling);
          void handling.finally(() => this.running.delete(handling));
        }),
    };
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Runs at once when the socket is closed already. */
  onClosed(listener: () => void): void {
    if (this.socket.readyState === this.socket.CLOSED) listener();
    else this.socket.once('close', listener);
  }

  /** Gives up a client that did not answer since the last time. */
  ping(): void {
    if (!this.hasAnswered) {
      this.socket.terminate();
      return;
    }
    this.hasAnswered = false;
    this.socket.ping();
  }

  /** Resolves when every operation has been answered, or the time is over. */
  async settled(withinMs: number): Promise<void> {
    const timer = new AbortController();
    const late = delay(withinMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.running), late]);
    timer.abort();
  }

  /** Resolves when the text is on its way, so that a slow client slows down what is sent to it. */
  private send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState === this.socket.OPEN) this.socket.send(text, () => resolve());
      else resolve();
    });
  }

  private async handle(handle: (text: string) => Promise<void>, text: string): Promise<void> {
    try {
      await handle(text);
    } catch (error) {
      this.logger.error({ err: error }, 'A message of a client could not be handled.');
      this.close(closeCodes.internal, 'Internal server error');
    }
  }
}
