import pg from 'pg';
import type { World } from '../world/world.js';

const connectionsEach = 2;

/** The tables of all subgraphs, read by their owners. */
export class Books {
  private readonly pools: ReadonlyMap<string, pg.Pool>;

  constructor({ databases }: Pick<World, 'databases'>) {
    const entries = Object.entries(databases);
    this.pools = new Map(
      entries.map(([name, connectionString]) => [name, new pg.Pool({ connectionString, max: connectionsEach })]),
    );
  }

  /** Names of the subgraphs. */
  get subgraphs(): string[] {
    return [...this.pools.keys()];
  }

  /** @throws {Error} when the world has no such subgraph. */
  async rows<Row extends pg.QueryResultRow>(subgraph: string, query: string, values: unknown[] = []): Promise<Row[]> {
    const pool = this.pools.get(subgraph);
    if (!pool) throw new Error(`There is no database of ${subgraph}.`);
    return (await pool.query<Row>(query, values)).rows;
  }

  /** The same question to every subgraph; its rows say whose they are. */
  async everywhere<Row extends pg.QueryResultRow>(query: string): Promise<(Row & { subgraph: string })[]> {
    const answers = this.subgraphs.map(async (subgraph) =>
      (await this.rows<Row>(subgraph, query)).map((row) => ({ ...row, subgraph })),
    );
    return (await Promise.all(answers)).flat();
  }

  /** How many rows a table has, or those that meet a condition. */
  async count(subgraph: string, table: string, condition = 'true'): Promise<number> {
    const [row] = await this.rows<{ found: number }>(
      subgraph,
      `select count(*)::int as found from ${table} where ${condition}`,
    );
    return row!.found;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
