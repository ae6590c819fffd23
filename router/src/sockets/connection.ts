import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '@souk/kit/domain';
import { type Logger, withCorrelation } from '@souk/kit/observability';
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { type Identity, nobody } from '../identity/identity.js';
import type { ResultStream } from '../subscriptions/result-stream.js';
import { closeCodes } from './close-codes.js';
import { isAscii, textFrame } from './text-frame.js';

/** How much a client may be behind. */
const unsentBytesLimit = 256 * 1024;
const settleWithinMs = 15_000;
/** Without anything in it. */
const pingFrame = '\x89\x00';

export interface ConnectionParts {
  /** What the frames of the socket are written to. */
  wire: Duplex;
  /** Where the client is. */
  address: string;
  /** The name that it gave itself when it connected. */
  client: string | undefined;
  logger: Logger;
}

/** One client's socket. */
export class Connection {
  identity: Identity = nobody;
  /** Messages that are being handled; one that began a stream is so until the stream ends. */
  private handling = 0;
  private streams = 0;
  private onSettled: (() => void) | undefined;
  private hasAnswered = true;
  private giveBack: (() => void) | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly parts: ConnectionParts,
  ) {
    socket.on('pong', () => {
      this.hasAnswered = true;
    });
    socket.on('error', (error) => parts.logger.debug({ err: error }, 'A client broke its socket.'));
  }

  /** The socket as the protocol's implementation wants it. Each message begins a correlation of its own. */
  get protocolSocket(): ProtocolSocket {
    return {
      protocol: this.socket.protocol,
      send: (text) => this.send(text),
      close: (code, reason) => this.socket.close(code, reason),
      onMessage: (handle) =>
        void this.socket.on('message', (data) => {
          void withCorrelation({ correlationId: newId() }, () => this.handle(handle, String(data)));
        }),
    };
  }

  /** Counts the socket as its user's from now on, or as its address's. */
  hold(giveBack: () => void): void {
    this.giveBack?.();
    this.giveBack = giveBack;
    this.onClosed(giveBack);
  }

  /** Where the client is. */
  get address(): string {
    return this.parts.address;
  }

  /** The name that the client gives itself. */
  get client(): string | undefined {
    return this.parts.client;
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
    this.parts.wire.write(pingFrame, 'latin1');
  }

  /**
   * Tells the client to connect again, once every operation that is no stream has been answered, or the time is over.
   * Resolves when it is gone.
   */
  async letGo(): Promise<void> {
    await this.settled();
    const gone = new Promise<void>((resolve) => this.onClosed(resolve));
    this.close(closeCodes.restart, 'Connect again, and resume after the last sequence you saw.');
    await gone;
  }

  private async settled(): Promise<void> {
    if (this.isSettled) return;
    const timer = new AbortController();
    const late = delay(settleWithinMs, undefined, { signal: timer.signal }).catch(() => undefined);
    const settled = new Promise<void>((resolve) => {
      this.onSettled = resolve;
    });
    await Promise.race([settled, late]);
    timer.abort();
  }

  /** Does what lasts as long as a stream, and does not keep the client from being let go. */
  async whileStreaming<Result>(work: () => Promise<Result>): Promise<Result> {
    this.streams += 1;
    this.noticeSettled();
    try {
      return await work();
    } finally {
      this.streams -= 1;
    }
  }

  /** Lets the results of a stream go past the protocol's implementation, which would write each anew for each client. */
  relay(id: string, stream: ResultStream): Promise<boolean> {
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    return stream.tell((json) => {
      if (!this.hasSent(head, json)) stream.leave();
    });
  }

  /** Resolves when the text is on its way, so that a slow client slows down what is sent to it. */
  private send(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState === this.socket.OPEN) this.socket.send(text, () => resolve());
      else resolve();
    });
  }

  /** Lets a client go that is too far behind. */
  private hasSent(head: string, json: string): boolean {
    const { socket, parts } = this;
    if (socket.readyState !== socket.OPEN) return false;
    const isBehind = socket.bufferedAmount > unsentBytesLimit;
    if (isBehind) this.close(closeCodes.tooSlow, 'Too slow: resume after the last sequence you saw.');
    else if (isAscii(json) && isAscii(head)) parts.wire.write(textFrame(`${head}${json}}`), 'latin1');
    else socket.send(`${head}${json}}`);
    return !isBehind;
  }

  private get isSettled(): boolean {
    return this.handling <= this.streams;
  }

  private noticeSettled(): void {
    if (this.isSettled) this.onSettled?.();
  }

  private async handle(handle: (text: string) => Promise<void>, text: string): Promise<void> {
    this.handling += 1;
    try {
      await handle(text);
    } catch (error) {
      this.parts.logger.error({ err: error }, 'A message of a client could not be handled.');
      this.close(closeCodes.internal, 'Internal server error');
    } finally {
      this.handling -= 1;
      this.noticeSettled();
    }
  }
}
