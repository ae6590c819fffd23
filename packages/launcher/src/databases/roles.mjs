/** Creates the two roles of a database, or gives existing ones the passwords that we know. */
export async function createRoles(server, { owner, app, passwords }) {
  await createRole(server, owner, passwords.owner);
  await createRole(server, app, passwords.app);
  await becomeMember(server, owner);
}

async function createRole(server, role, password) {
  const { rowCount } = await server.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await server.query(`${verb} ROLE ${role} LOGIN PASSWORD ${server.escapeLiteral(password)}`);
}

// Only a member of a role may hand it a database and act in its place; a superuser need not be one.
async function becomeMember(server, owner) {
  const { rows } = await server.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
  if (!rows[0].rolsuper) await server.query(`GRANT ${owner} TO CURRENT_USER`);
}
