import { newId } from '@souk/kit/domain';
import type { NamedMigration } from '@souk/kit/persistence';
import { createTestDatabase, type TestDatabase } from '@souk/kit/testing';
import pg from 'pg';
import { migrations as cart } from '../../subgraphs/cart/migrations/migrations.js';
import { migrations as inventory } from '../../subgraphs/inventory/migrations/migrations.js';
import { migrations as notifications } from '../../subgraphs/notifications/migrations/migrations.js';
import { migrations as orders } from '../../subgraphs/orders/migrations/migrations.js';
import { migrations as payments } from '../../subgraphs/payments/migrations/migrations.js';
import { Books } from '../src/invariants/books.js';
import type { Scene } from '../src/invariants/invariant.js';
import type { JournalEntry } from '../src/journal/entry.js';
import { wishesOf } from '../src/journal/wishes.js';
import { nothingOnPurpose } from '../src/run-record.js';
import type { World } from '../src/world/world.js';

const migrations = { cart, inventory, notifications, orders, payments } satisfies Record<
  string,
  readonly NamedMigration[]
>;
export type TestSubgraph = keyof typeof migrations;

const nobody = { email: 'nobody@example.com', password: 'nobody-needs-this-password' };

/** The tables of some subgraphs, as their migrations make them, with whatever a test writes into them. */
export class TestShop {
  readonly books: Books;

  private constructor(
    private readonly databases: ReadonlyMap<TestSubgraph, TestDatabase>,
    private readonly clients: ReadonlyMap<TestSubgraph, pg.Client>,
  ) {
    this.books = new Books({ databases: this.urls });
  }

  static async open(...subgraphs: TestSubgraph[]): Promise<TestShop> {
    const databases = new Map<TestSubgraph, TestDatabase>();
    const clients = new Map<TestSubgraph, pg.Client>();
    for (const subgraph of subgraphs) {
      const database = await createTestDatabase(subgraph, migrations[subgraph]);
      const client = new pg.Client({ connectionString: database.ownerUrl });
      await client.connect();
      databases.set(subgraph, database);
      clients.set(subgraph, client);
    }
    return new TestShop(databases, clients);
  }

  private get urls(): Record<string, string> {
    return Object.fromEntries([...this.databases].map(([name, { ownerUrl }]) => [name, ownerUrl]));
  }

  /** As an invariant sees it, with what else the test has put there. */
  scene({ journal = [], world = {}, record = {} }: SceneParts = {}): Scene {
    const whole: World = {
      endpoint: '',
      socketEndpoint: '',
      databases: this.urls,
      natsUrl: '',
      redisUrl: '',
      stripeEmulatorUrl: '',
      mailInboxUrl: '',
      carrierEmulatorUrl: '',
      signIns: { customer: nobody, manager: nobody, admin: nobody },
      logs: '',
      folder: '',
      ...world,
    };
    const times = { startedAt: 0, faultsEndedAt: 0, loadEndedAt: 0, quietAt: 0 };
    return {
      world: whole,
      books: this.books,
      journal,
      wishes: wishesOf(journal),
      record: { ...times, ...nothingOnPurpose(), ...record },
    };
  }

  async execute(subgraph: TestSubgraph, text: string, values: unknown[] = []): Promise<void> {
    await this.clients.get(subgraph)!.query(text, values);
  }

  /** Several statements that must be true together, such as what a deferred constraint looks at. */
  async atOnce(subgraph: TestSubgraph, work: () => Promise<void>): Promise<void> {
    await this.execute(subgraph, 'begin');
    await work();
    await this.execute(subgraph, 'commit');
  }

  /** Objects go in as JSON. */
  async insert(subgraph: TestSubgraph, table: string, row: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(row);
    const values = Object.values(row).map(asColumn);
    const places = columns.map((_column, index) => `$${index + 1}`);
    await this.execute(subgraph, `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, values);
  }

  async close(): Promise<void> {
    await this.books.close();
    for (const client of this.clients.values()) await client.end();
    for (const database of this.databases.values()) await database.drop();
  }
}

interface SceneParts {
  journal?: readonly JournalEntry[];
  world?: Partial<World>;
  record?: Partial<Scene['record']>;
}

function asColumn(value: unknown): unknown {
  return value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;
}

/** Columns that every aggregate's table has. */
export function aggregate(id = newId()): { id: string; version: number; event_count: number } {
  return { id, version: 1, event_count: 1 };
}
