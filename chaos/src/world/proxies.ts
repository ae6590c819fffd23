import { type Home, portFor, type StackContext } from '@souk/launcher/harness';
import { TcpProxy } from '../proxies/tcp-proxy.js';
import { type Connection, connections, isToServer, nameOf } from './connections.js';

/** The proxies of a world, by the name of the pair that they stand between. */
export class Proxies {
  private constructor(private readonly byName: ReadonlyMap<string, TcpProxy>) {}

  /** One for every pair, in front of where servers and parts really listen. */
  static async open(home: Home, context: StackContext): Promise<Proxies> {
    const byName = new Map<string, TcpProxy>();
    for (const connection of connections) {
      const name = nameOf(connection);
      byName.set(name, await TcpProxy.listen(addressBehind(connection, context), await portFor(home, name)));
    }
    return new Proxies(byName);
  }

  /** @throws {Error} when there is no such pair. */
  of(name: string): TcpProxy {
    const proxy = this.byName.get(name);
    if (proxy) return proxy;
    throw new Error(`Nobody speaks over ${name}; there are ${[...this.byName.keys()].join(', ')}.`);
  }

  /** What a part is told of the others: where its own proxies listen. */
  contextOf(part: string, context: StackContext): StackContext {
    const servers = { ...context.servers };
    const ports = { ...context.ports };
    for (const connection of connections.filter(({ from }) => from === part)) {
      const { port } = this.of(nameOf(connection));
      const server = servers[connection.to];
      if (server) servers[connection.to] = { ...server, url: withPort(server.url, port) };
      else ports[connection.to] = port;
    }
    return { ...context, servers, ports };
  }

  healAll(): void {
    for (const proxy of this.byName.values()) proxy.heal();
  }

  async close(): Promise<void> {
    await Promise.all([...this.byName.values()].map((proxy) => proxy.close()));
  }
}

function addressBehind(connection: Connection, { servers, ports }: StackContext) {
  const { to } = connection;
  const port = isToServer(connection) ? Number(new URL(servers[to]?.url ?? '').port) : ports[to];
  if (!port) throw new Error(`Nobody knows the port of ${to}.`);
  return { host: '127.0.0.1', port };
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}
