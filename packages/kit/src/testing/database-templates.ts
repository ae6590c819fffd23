import { createHash } from 'node:crypto';
import type pg from 'pg';
import { createLogger } from '../observability/index.js';
import { migrate, type NamedMigration } from '../persistence/index.js';
import { asAdministrator, fromRun, testPassword, testServerUrl, urlOf } from './test-server.js';

/** A migrated database with nothing in it, to be copied: that takes a fraction of the time of migrating. */
export interface DatabaseTemplate {
  name: string;
  /** The role that owns the tables of every copy, and the application's. */
  owner: string;
  app: string;
}

const extensions = ['pg_trgm', 'unaccent', 'citext', 'btree_gist'];
const known = new Map<string, Promise<DatabaseTemplate>>();

/** Of a subgraph in this run of the tests. Whoever asks first builds it, and the others wait; the end of the run drops it. */
export function templateOf(subgraph: string, migrations: readonly NamedMigration[]): Promise<DatabaseTemplate> {
  const names = migrations.map(({ name }) => name).join('\n');
  const form = createHash('sha256').update(names).digest('hex').slice(0, 8);
  const name = `template_${fromRun('TEST_RUN')}_${subgraph}_${form}`;
  const template = known.get(name) ?? findOrBuild({ name, owner: `${name}_owner`, app: `${name}_app` }, migrations);
  known.set(name, template);
  return template;
}

function findOrBuild(template: DatabaseTemplate, migrations: readonly NamedMigration[]): Promise<DatabaseTemplate> {
  return asAdministrator(testServerUrl(), async (client) => {
    // Goes with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [template.name]);
    if (!(await isThere(client, template))) await build(client, template, migrations);
    return template;
  });
}

/** One whose building was interrupted is no template yet. */
async function isThere(client: pg.Client, { name }: DatabaseTemplate): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
  return rowCount === 1;
}

async function build(client: pg.Client, template: DatabaseTemplate, migrations: readonly NamedMigration[]) {
  const { name, owner, app } = template;
  await client.query(`drop database if exists ${name}`);
  for (const role of [owner, app]) {
    await client.query(`drop role if exists ${role}`);
    await client.query(`create role ${role} login password '${testPassword}'`);
  }
  await client.query(`create database ${name} owner ${owner}`);
  await asAdministrator(urlOf(testServerUrl(), name), (inside) => furnish(inside, template));
  await migrate(urlOf(testServerUrl(), name, owner), migrations, createLogger('test', 'error'));
  await client.query(`alter database ${name} with is_template true`);
}

async function furnish(client: pg.Client, { owner, app }: DatabaseTemplate): Promise<void> {
  for (const extension of extensions) await client.query(`create extension if not exists ${extension}`);
  await client.query(`grant usage on schema public to ${app}`);
  await client.query(`alter schema public owner to ${owner}`);
  await client.query(
    `alter default privileges for role ${owner} grant select, insert, update, delete on tables to ${app}`,
  );
  await client.query(`alter default privileges for role ${owner} grant usage on sequences to ${app}`);
}
