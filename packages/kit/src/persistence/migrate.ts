import type { Constructor } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '../observability/index.js';

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
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    logger: (message) => logger.debug(message),
    migrations: {
      migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration.class })),
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
