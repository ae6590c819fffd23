import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The provider's books and the mail inbox, holding what the test puts into them. */
export class OutsideWorld {
  intents: object[] = [];
  mails: object[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<OutsideWorld> {
    const server = createServer((request, response) => {
      const body = request.url?.startsWith('/_emulator/ledger')
        ? { intents: world.intents }
        : { messages: world.mails };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    const world = new OutsideWorld(server);
    await once(server, 'listening');
    return world;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
