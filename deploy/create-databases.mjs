import { runMain } from '../packages/launcher/src/commands/run-main.mjs';
import { createDatabases } from '../packages/launcher/src/databases/create-databases.mjs';
import { databaseNames } from '../packages/launcher/src/databases/database-names.mjs';
import { PlainError } from '../packages/launcher/src/plain-error.mjs';
import { show } from '../packages/launcher/src/terminal/report.mjs';
import { passwordVariables } from './password-variables.mjs';

// Runs once before the subgraphs. What is there already is left alone.
await runMain(async () => {
  const passwords = Object.fromEntries(databaseNames.map((name) => [name, passwordsOf(name)]));
  const prepared = await createDatabases(required('DATABASE_URL'), passwords);
  show(`${prepared} of ${databaseNames.length} databases had to be prepared.`);
});

function passwordsOf(name) {
  const { owner, app } = passwordVariables(name);
  return { owner: required(owner), app: required(app) };
}

function required(variable) {
  const value = process.env[variable];
  if (!value) throw new PlainError(`${variable} is not set.`);
  return value;
}
