import pg from 'pg';
import type { RunningStack } from '../stack/running-stack.js';

/** Connections to the subgraphs' databases, one each. */
export class Databases {
  private constructor(private readonly clients: ReadonlyMap<string, pg.Client>) {}

  /** Does the work with open connections. @throws {Error} when there is none: then the shop runs without subgraphs. */
  static async use<Result>(
    { databases }: Pick<RunningStack, 'databases'>,
    work: (databases: Databases) => Promise<Result>,
  ): Promise<Result> {
    const clients = new Map(
      Object.entries(databases).map(([name, connectionString]) => [name, new pg.Client({ connectionString })]),
    );
    if (clients.size === 0) throw new Error('The running shop has no subgraph.');
    await Promise.all([...clients.values()].map((client) => client.connect()));
    try {
      return await work(new Databases(clients));
    } finally {
      await Promise.all([...clients.values()].map((client) => client.end()));
    }
  }

  /** Asks all of them the same, and returns all rows. */
  async all<Row extends pg.QueryResultRow>(ask: (client: pg.Client) => Promise<pg.QueryResult<Row>>): Promise<Row[]> {
    const results = await Promise.all([...this.clients.values()].map(ask));
    return results.flatMap(({ rows }) => rows);
  }

  /** Asks one subgraph's; nothing when the shop runs without it. */
  async of<Row extends pg.QueryResultRow>(subgraph: string, query: string, values: unknown[]): Promise<Row[]> {
    return (await this.clients.get(subgraph)?.query<Row>(query, values))?.rows ?? [];
  }

  /** What the server itself says: one row, the same in every database. */
  async server<Row extends pg.QueryResultRow>(query: string): Promise<Row> {
    const [client] = this.clients.values();
    const { rows } = await client!.query<Row>(query);
    return rows[0]!;
  }

  /** Milliseconds since 1970 by the server's clock. */
  async now(): Promise<number> {
    const { now } = await this.server<{ now: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
    );
    return now;
  }
}
