import { once } from 'node:events';
import net, { type AddressInfo, type Server, type Socket } from 'node:net';
import { Flow } from './flow.js';

export type Direction = 'toServer' | 'toClient';
const bothDirections: readonly Direction[] = ['toServer', 'toClient'];

interface Connection {
  sockets: [Socket, Socket];
  flows: Flow[];
}

export interface Address {
  host: string;
  port: number;
}

/**
 * Stands between one client and one server, and passes every byte on, until it is told to make trouble. Troubles add up,
 * and `heal` ends all of them.
 */
export class TcpProxy {
  private readonly server: Server;
  private readonly connections = new Set<Connection>();
  private readonly stalled = new Set<Direction>();
  private isRefusing = false;
  private delayMs = 0;
  private bytesLeft = Number.POSITIVE_INFINITY;

  private constructor(private readonly target: Address) {
    this.server = net.createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.accept(client));
  }

  /** @param port 0 for any that is free. */
  static async listen(target: Address, port = 0): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.server.listen(port, '127.0.0.1');
    await once(proxy.server, 'listening');
    // It ends with the last connection once nothing else is left to do.
    proxy.server.unref();
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** How many connections go through it. */
  get connectionCount(): number {
    return this.connections.size;
  }

  /** Resets whoever connects from now on. Connections that exist stay. */
  refuse(): void {
    this.isRefusing = true;
  }

  /** Resets every connection, now. Whoever connects again gets through. */
  cut(): void {
    for (const connection of this.connections) this.reset(connection);
  }

  /** No byte flows, though connections stay open and new ones are taken; one direction alone is a half-open connection. */
  stall(directions: readonly Direction[] = bothDirections): void {
    for (const direction of directions) this.stalled.add(direction);
    this.settleAll();
  }

  /** Every byte arrives so much later. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** Whoever receives the byte after so many, in whatever direction, finds the connection reset: a message breaks off. */
  truncateAfter(bytes: number): void {
    this.bytesLeft = bytes;
  }

  /** Everything flows again, also what was held back. */
  heal(): void {
    this.isRefusing = false;
    this.delayMs = 0;
    this.bytesLeft = Number.POSITIVE_INFINITY;
    this.stalled.clear();
    this.settleAll();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket): void {
    // A reset by the other side is told by the end of the connection.
    client.on('error', () => undefined);
    if (this.isRefusing) {
      client.resetAndDestroy();
      return;
    }
    const upstream = net.connect({ ...this.target, allowHalfOpen: true, noDelay: true });
    upstream.on('error', () => undefined);
    const connection: Connection = { sockets: [client, upstream], flows: [] };
    this.connections.add(connection);
    for (const socket of connection.sockets) socket.once('close', () => this.onClosed(connection));
    upstream.once('connect', () => this.join(connection));
  }

  private join(connection: Connection): void {
    const [client, upstream] = connection.sockets;
    connection.flows = [
      new Flow(client, upstream, this.troubleOf(connection, 'toServer')),
      new Flow(upstream, client, this.troubleOf(connection, 'toClient')),
    ];
    for (const flow of connection.flows) flow.settle();
  }

  private troubleOf(connection: Connection, direction: Direction) {
    return {
      isStalled: () => this.stalled.has(direction),
      delayMs: () => this.delayMs,
      admit: (bytes: number) => {
        const admitted = Math.min(bytes, this.bytesLeft);
        this.bytesLeft -= admitted;
        return admitted;
      },
      onBroken: () => this.reset(connection),
    };
  }

  /** One side is gone: the other one is told in the same way, by a reset, unless both had said all. */
  private onClosed(connection: Connection): void {
    if (this.connections.has(connection)) this.reset(connection);
  }

  private reset(connection: Connection): void {
    this.connections.delete(connection);
    for (const flow of connection.flows) flow.close();
    for (const socket of connection.sockets) {
      if (socket.readableEnded && socket.writableEnded) socket.destroy();
      else socket.resetAndDestroy();
    }
  }

  private settleAll(): void {
    for (const { flows } of this.connections) for (const flow of flows) flow.settle();
  }
}
