import pg from 'pg';

/** Drops the databases that the test files of this run copied, and the roles that nothing is left of. */
export default async function endRun() {
  const { TEST_DATABASE_URL: connectionString, TEST_RUN: run } = process.env;
  if (!connectionString) return;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const name of await templatesOf(client, run)) await drop(client, name);
  } finally {
    await client.end();
  }
}

async function templatesOf(client, run) {
  const like = `template\\_${run}\\_%`;
  const { rows } = await client.query('select datname from pg_database where datname like $1', [like]);
  return rows.map(({ datname }) => datname);
}

async function drop(client, name) {
  await client.query(`alter database ${name} with is_template false`);
  await client.query(`drop database ${name} with (force)`);
  // A test that died leaves its copy behind, which still belongs to them.
  const { rowCount } = await client.query(
    'select 1 from pg_database join pg_roles on pg_roles.oid = datdba where rolname = $1',
    [`${name}_owner`],
  );
  if (rowCount === 0) await client.query(`drop role ${name}_owner, ${name}_app`);
}
