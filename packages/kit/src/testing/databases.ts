import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { persistently } from '../concurrency/index.js';
import { createLogger } from '../observability/index.js';
import { isDatabaseAway, migrate, type NamedMigration } from '../persistence/index.js';

export interface TestDatabase {
  /** As the application's role. */
  url: string;
  /** As the role that owns the tables. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/**
 * A database of its own for one test file, migrated, on the server at `TEST_DATABASE_URL`, with the same two roles as in
 * production.
 */
export async function createTestDatabase(
  subgraph: string,
  migrations: readonly NamedMigration[],
): Promise<TestDatabase> {
  const server = testServerUrl();
  const name = `test_${subgraph}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(server, async (client) => {
    await client.query(`create role ${name}_owner login password 'test'`);
    await client.query(`create role ${name}_app login password 'test'`);
    await client.query(`create database ${name} owner ${name}_owner`);
  });
  await asAdministrator(urlOf(server, name), async (client) => {
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gist'])
      await client.query(`create extension if not exists ${extension}`);
    await client.query(`grant usage on schema public to ${name}_app`);
    await client.query(`alter schema public owner to ${name}_owner`);
    await client.query(
      `alter default privileges for role ${name}_owner grant select, insert, update, delete on tables to ${name}_app`,
    );
    await client.query(`alter default privileges for role ${name}_owner grant usage on sequences to ${name}_app`);
  });
  const url = urlOf(server, name, `${name}_app`);
  const ownerUrl = urlOf(server, name, `${name}_owner`);
  // As a subgraph starts: on a machine that is busy a connection may take too long.
  await persistently(() => migrate(ownerUrl, migrations, createLogger('test', 'error')), {
    isPassing: isDatabaseAway,
    onFailure: () => undefined,
  });
  return { url, ownerUrl, drop: () => dropDatabase(server, name) };
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await asAdministrator(server, async (client) => {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`drop role ${name}_owner`);
    await client.query(`drop role ${name}_app`);
  });
}

async function asAdministrator(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, 'test'];
  return url.href;
}

function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`.');
  return url;
}
