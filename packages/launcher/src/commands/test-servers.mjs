import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson, writeJson } from '../home/json-file.mjs';
import { endOfLog, logFileOf } from '../home/logs.mjs';
import { openHome } from '../home/open-home.mjs';
import { PlainError } from '../plain-error.mjs';
import { identify, isAlive } from '../processes/identity.mjs';
import { poll } from '../processes/poll.mjs';
import { stopProcess } from '../processes/stop-process.mjs';
import { runSession } from '../session/run-session.mjs';
import { superviseUntilStopped } from '../session/supervise.mjs';
import { report, show } from '../terminal/report.mjs';
import { lines } from '../testing/test-environment.mjs';
import { startTestServers } from '../testing/test-servers.mjs';
import { runMain } from './run-main.mjs';

const usage = `Starts the servers that tests use and prints their environment.

  node packages/launcher/src/commands/test-servers.mjs             until Ctrl-C or the end of its input
  node packages/launcher/src/commands/test-servers.mjs --detach    in the background
  node packages/launcher/src/commands/test-servers.mjs --stop      stops what --detach left running

The variables are also in .local/test/run/test.env: set -a; . .local/test/run/test.env; set +a`;

const startTimeoutMs = 180_000;
const stopGraceMs = 30_000;

await runMain(([option]) => {
  if (option === '--help') return show(usage);
  if (option === '--detach') return detach(openHome('test'));
  if (option === '--stop') return stop(openHome('test'));
  if (option === undefined || option === '--keep') return hold({ isInBackground: option === '--keep' });
  throw new PlainError(`Unknown option ${option}.\n\n${usage}`);
});

function hold({ isInBackground }) {
  return runSession({ kind: 'test', purpose: 'test-servers' }, async (session) => {
    const environment = await startTestServers(session);
    if (isInBackground) writeJson(recordOf(session.home), { ...identify(process.pid), environment });
    else process.stdin.once('end', () => session.requestStop()).resume();
    show(lines(environment, 'export '));
    report('The test servers are up. Ctrl-C stops them.');
    await superviseUntilStopped(session);
    if (isInBackground) fs.rmSync(recordOf(session.home), { force: true });
    else process.stdin.pause();
  });
}

async function detach(home) {
  const record = isAlive(readJson(recordOf(home))) ? readJson(recordOf(home)) : await startKeeper(home);
  show(lines(record.environment, 'export '));
}

async function startKeeper(home) {
  const log = fs.openSync(logFileOf(home, 'test-servers'), 'w');
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--keep'], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  const keeper = identify(child.pid);
  const record = await poll(() => readyRecord(home, keeper) ?? (isAlive(keeper) ? null : { hasDied: true }), {
    timeoutMs: startTimeoutMs,
  });
  child.unref();
  if (record?.environment) return record;
  throw new PlainError(`The test servers did not start. ${endOfLog(home, 'test-servers')}`);
}

function readyRecord(home, keeper) {
  const record = readJson(recordOf(home));
  return record?.pid === keeper.pid ? record : null;
}

async function stop(home) {
  const record = readJson(recordOf(home));
  if (!isAlive(record)) return show('No test servers run in the background.');
  await stopProcess(record, { name: 'test-servers', graceMs: stopGraceMs });
  show('Stopped.');
}

function recordOf(home) {
  return path.join(home.run, 'test-servers.json');
}
