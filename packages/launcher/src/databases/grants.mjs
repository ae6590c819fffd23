/**
 * The owner may define, the app role may read and write rows; nobody else gets in. Tables that may only be
 * appended to take UPDATE and DELETE away again in their own migration.
 */
export async function grantAccess(client, { database, owner, app }) {
  await client.query(`SET ROLE ${owner}`);
  for (const statement of statements({ database, owner, app })) await client.query(statement);
  await client.query('RESET ROLE');
}

function statements({ database, owner, app }) {
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner}`;
  return [
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${app}`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `GRANT USAGE ON SCHEMA public TO ${app}`,
    `${defaults} GRANT USAGE ON SCHEMAS TO ${app}`,
    `${defaults} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app}`,
    `${defaults} GRANT USAGE, SELECT ON SEQUENCES TO ${app}`,
  ];
}
