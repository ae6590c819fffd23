import type { Constructor } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Logger } from '../observability/index.js';

const table = 'mikro_orm_migrations';
const undefinedTable = '42P01';
const connectionTimeoutMillis = 2_000;

/** A migration and the name under which the database remembers it, e.g. `0001-orders`. */
export interface NamedMigration {
  name: string;
  class: Constructor<Migration>;
}

/**
 * Brings a database up to date as its owner; several processes may try at once, one does it. Returns how many ran.
 * @param ownerUrl connection of the role that owns the tables.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly NamedMigration[],
  logger: Logger,
): Promise<number> {
  if (await isUpToDate(ownerUrl, migrations)) return 0;
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    logger: (message) => logger.debug(message),
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration.class })),
      tableName: table,
      snapshot: false,
      transactional: true,
    },
    ensureDatabase: false,
  });
  try {
    return await orm.em.transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('souk.migrate'))`);
      const done = await orm.migrator.up();
      return done.length;
    });
  } finally {
    await orm.close();
  }
}

/** Nearly every start finds it so, and must not wait until the mapper is ready to change anything. */
async function isUpToDate(ownerUrl: string, migrations: readonly NamedMigration[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis });
  // Whoever asks hears of a lost connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`select name from ${table}`);
    const done = new Set(rows.map(({ name }) => name));
    return migrations.every(({ name }) => done.has(name));
  } catch (error) {
    if ((error as { code?: string }).code === undefinedTable) return false;
    throw error;
  } finally {
    await client.end();
  }
}
