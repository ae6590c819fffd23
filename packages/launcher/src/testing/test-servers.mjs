import { createDatabases } from '../databases/create-databases.mjs';
import { openSecrets } from '../home/secrets.mjs';
import { report, reportReady } from '../terminal/report.mjs';
import { testEnvironment, writeTestEnvironment } from './test-environment.mjs';

/**
 * Starts what unit and integration tests need: PostgreSQL, Redis, and the program of NATS, which tests start
 * privately. Gives back their environment.
 */
export async function startTestServers(session) {
  const { home, signal } = session;
  const onWait = (pid) => report(`Waiting for process ${pid}, which is starting the test servers.`);
  await session.tidy(onWait);
  const servers = await session.startServers(['postgres', 'redis'], { onServer: reportReady, onWait });
  await createDatabases(servers.postgres.url, openSecrets(home).databasePasswords);
  const environment = await testEnvironment({ home, servers, signal });
  writeTestEnvironment(home, environment);
  return environment;
}
