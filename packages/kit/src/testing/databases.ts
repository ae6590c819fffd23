import { randomBytes } from 'node:crypto';
import type { NamedMigration } from '../persistence/index.js';
import { templateOf } from './database-templates.js';
import { asAdministrator, testServerUrl, urlOf } from './test-server.js';

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
  const { name: template, owner, app } = await templateOf(subgraph, migrations);
  const name = `test_${subgraph}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(server, (client) =>
    client.query(`create database ${name} template ${template} owner ${owner}`),
  );
  return {
    url: urlOf(server, name, app),
    ownerUrl: urlOf(server, name, owner),
    drop: async () => {
      await asAdministrator(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}
