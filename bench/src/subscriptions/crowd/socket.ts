import { connect, type Socket as TcpSocket } from 'node:net';
import { FrameReader, maskedFrame } from './frames.js';

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** A client's socket that does as little as possible: the machine belongs to the router. */
export class Socket {
  private isUpgraded = false;
  private head = '';

  private constructor(
    private readonly tcp: TcpSocket,
    private readonly onText: (text: Buffer) => void,
  ) {}

  /** Resolves once it is open. @throws {Error} when it is refused. */
  static open(url: URL, onText: (text: Buffer) => void): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const tcp = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
      const socket = new Socket(tcp, onText);
      const reader = new FrameReader((opcode, payload) => socket.take(opcode, payload));
      tcp.once('connect', () => tcp.write(upgradeRequest(url)));
      tcp.once('error', reject);
      tcp.once('close', () => reject(new Error('The socket was closed.')));
      tcp.on('data', (chunk) => {
        if (socket.isUpgraded) return reader.read(chunk);
        const rest = socket.upgrade(chunk);
        if (!rest) return undefined;
        if (!socket.head.startsWith('HTTP/1.1 101')) return reject(new Error(socket.head.split('\r\n', 1)[0]));
        resolve(socket);
        return reader.read(rest);
      });
    });
  }

  get isOpen(): boolean {
    return !this.tcp.destroyed;
  }

  send(message: object): void {
    this.tcp.write(maskedFrame(opcodes.text, Buffer.from(JSON.stringify(message))));
  }

  readWhen(isAwake: boolean): void {
    if (isAwake) this.tcp.resume();
    else this.tcp.pause();
  }

  /** Returns what came after the head once that is complete. */
  private upgrade(chunk: Buffer): Buffer | undefined {
    this.head += chunk.toString('latin1');
    const end = this.head.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    this.isUpgraded = true;
    return Buffer.from(this.head.slice(end + 4), 'latin1');
  }

  private take(opcode: number, payload: Buffer): void {
    if (opcode === opcodes.text) this.onText(payload);
    else if (opcode === opcodes.ping) this.tcp.write(maskedFrame(opcodes.pong, payload));
    else if (opcode === opcodes.close) this.tcp.destroy();
  }
}

function upgradeRequest({ host, pathname }: URL): string {
  return [
    `GET ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`,
    'sec-websocket-protocol: graphql-transport-ws',
    '\r\n',
  ].join('\r\n');
}
