import type { Registry } from 'prom-client';
import { createTallies, type FindTally, type Tally } from './tallies.js';

const mostClients = 50;
const mostVersions = 20;
const soundVersion = /^[\w.+-]{1,32}$/;
const other = 'other';

/** Which clients send operations, as they say themselves: those that have handed in operations, others together. */
export class ClientMetrics {
  private readonly countOf: FindTally<'client' | 'version'>;
  private readonly versions = new Map<unknown, Map<unknown, Tally>>();
  private readonly others: Tally;

  constructor(registry: Registry) {
    this.countOf = createTallies(
      {
        name: 'souk_router_client_requests_total',
        help: 'Operations by the name and version that their clients give of themselves.',
        labelNames: ['client', 'version'],
      },
      registry,
    );
    this.others = this.countOf({ client: other, version: other });
  }

  /** From now on, this client is told apart. */
  know(client: string): void {
    if (this.versions.size >= mostClients || this.versions.has(client)) return;
    this.versions.set(client, new Map([[undefined, this.countOf({ client, version: other })]]));
  }

  record(client: unknown, version: unknown): void {
    const versions = this.versions.get(client);
    const tally = versions && (versions.get(version) ?? this.ofNewVersion(versions, String(client), version));
    (tally ?? this.others).add();
  }

  private ofNewVersion(versions: Map<unknown, Tally>, client: string, version: unknown): Tally | undefined {
    const isTold = typeof version === 'string' && soundVersion.test(version) && versions.size <= mostVersions;
    if (!isTold) return versions.get(undefined);
    const tally = this.countOf({ client, version });
    versions.set(version, tally);
    return tally;
  }
}
