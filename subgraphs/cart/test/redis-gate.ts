import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';

/** A door between a subgraph and Redis that a test can shut and open again. */
export class RedisGate {
  private readonly sockets = new Set<Socket>();
  private trap: { text: string; spring: () => void } | undefined;
  private door: Server | undefined;
  private port = 0;

  constructor(private readonly redisUrl: string) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Lets connections through, on the same port as before. */
  async open(): Promise<void> {
    const door = createServer((client) => this.connect(client));
    await new Promise<void>((resolve) => door.listen(this.port, '127.0.0.1', resolve));
    this.port = (door.address() as { port: number }).port;
    this.door = door;
  }

  /** Cuts every connection and refuses new ones. */
  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.door?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Waits until a command that contains `text` has reached Redis, and cuts every connection before its answer passes. */
  async shutInsteadOfAnswering(text: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.trap = { text, spring: resolve };
    });
    this.trap = undefined;
    await this.shut();
  }

  private connect(client: Socket): void {
    const { hostname, port } = new URL(this.redisUrl);
    const server = openSocket(Number(port), hostname);
    let isTrapped = false;
    this.track(client, server).on('data', (bytes) => {
      isTrapped ||= this.trap !== undefined && bytes.includes(this.trap.text);
      server.write(bytes);
    });
    this.track(server, client).on('data', (bytes) => {
      if (isTrapped) this.trap?.spring();
      else client.write(bytes);
    });
  }

  /** One end goes when the other goes; that it is cut is what the test wants. */
  private track(socket: Socket, other: Socket): Socket {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    return socket.once('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }
}
