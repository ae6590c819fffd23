import path from 'node:path';
import { createDatabases } from '../databases/create-databases.mjs';
import { withLock } from '../home/lock.mjs';
import { openSecrets } from '../home/secrets.mjs';
import { bundleWithReport, compileWithReport, installWithReport } from '../install/prepare-software.mjs';
import { PlainError } from '../plain-error.mjs';
import { report, reportReady, seconds } from '../terminal/report.mjs';
import { chooseParts } from './choose-parts.mjs';
import { emptyHome, emptyServers } from './fresh-start.mjs';
import { requireFreePort } from './port-owner.mjs';
import { keepStackOnRecord, runningStack } from './running-stack.mjs';
import { Stack } from './stack.mjs';
import { stackContext } from './stack-context.mjs';
import { stripeKeys } from './stripe-keys.mjs';

/**
 * Brings everything up and does the work while it runs. A home has one stack at a time.
 * Options: seed (none, small or demo); routerPort (else a remembered free one); only (some parts, comma-separated);
 * isForTests: waits for another stack of this home to end, and starts from nothing; isUnbundled: starts what is compiled
 * as it is, for whoever changes it.
 */
export function withStack(session, options, work) {
  const file = path.join(session.home.run, 'stack.lock');
  const patience = options.isForTests
    ? { onWait: reportWaiting }
    : { timeoutMs: 0, onTimeout: (pid) => alreadyRuns(session.home, pid) };
  return withLock(file, () => openStack(session, options, work), { signal: session.signal, ...patience });
}

async function openStack(session, options, work) {
  const { home } = session;
  await session.tidy(reportWaiting);
  const parts = chooseParts(options.only, stripeKeys(home, openSecrets(home)));
  if (options.routerPort && parts.some(({ name }) => name === 'router')) await requireFreePort(options.routerPort);
  if (options.isForTests) await emptyHome(home);
  const { started, programs } = await startEverythingBelow(session, options);
  const servers = options.isForTests ? await emptyServers(started) : started;
  await createDatabasesWithReport(home, servers);
  const stack = new Stack(session, parts, await stackContext({ home, servers, programs, ...options }));
  await stack.start(reportReady);
  return finishWith(stack, work);
}

async function finishWith(stack, work) {
  const forgetStack = keepStackOnRecord(stack);
  try {
    return await work(stack);
  } finally {
    forgetStack();
    await stack.stop();
  }
}

// Fetching NATS and Redis needs nothing that is installed, so it goes on beside the installation.
async function startEverythingBelow(session, { isUnbundled, only }) {
  const installation = installWithReport(session);
  const compilation = installation.then(() => compileWithReport(session.signal));
  const bundling = compilation.then(() => (isUnbundled || only === 'servers' ? {} : bundleWithReport(session.signal)));
  const servers = session.startServers(['postgres', 'nats', 'redis'], {
    onServer: reportReady,
    onWait: reportWaiting,
    waitFor: { postgres: installation },
  });
  const [started, programs] = await Promise.all([servers, bundling]);
  return { started, programs };
}

async function createDatabasesWithReport(home, { postgres }) {
  const began = performance.now();
  const prepared = await createDatabases(postgres.url, openSecrets(home).databasePasswords);
  if (prepared > 0) report(`${prepared} databases prepared in ${seconds(performance.now() - began)}`);
}

function reportWaiting(pid) {
  report(`Waiting for process ${pid}, which is busy in the same folder.`);
}

function alreadyRuns(home, pid) {
  const running = runningStack(home);
  const where = running ? ` at ${running.url}` : '';
  return new PlainError(
    `Souk already runs from this folder${where} (process ${pid}).\n` +
      '  Stop it there with Ctrl-C, or give this one a home and a port of its own: SOUK_HOME=/some/folder PORT=4001 npm start',
  );
}
