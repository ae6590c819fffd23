import { setTimeout as pause } from 'node:timers/promises';
import { endOfLog, logFileOf } from '../home/logs.mjs';
import { portFor } from '../home/ports.mjs';
import { PlainError } from '../plain-error.mjs';
import { isAlive } from '../processes/identity.mjs';
import { poll } from '../processes/poll.mjs';
import { spawnDetached } from '../processes/spawn-detached.mjs';
import { stopProcess } from '../processes/stop-process.mjs';
import { givenUrl, useGivenServer } from './given-server.mjs';
import { recordedServers, recordServer } from './recorded-servers.mjs';

const readyTimeoutMs = 60_000;
const attempts = 4;
const pauseBetweenAttemptsMs = 400;

/**
 * Obtains one server: the given one, the one that is recorded and answers, or a new one.
 * Gives back { name, label, url, version, how, tookMs } and, when it is ours, its process.
 */
export async function startServer({ home, server, signal }) {
  const began = performance.now();
  const url = givenUrl(home, server);
  const obtained = url
    ? await useGivenServer(server, url)
    : ((await adopt(home, server)) ?? (await start({ home, server, signal })));
  return { name: server.name, label: server.label, ...obtained, tookMs: performance.now() - began };
}

async function adopt(home, server) {
  const recorded = recordedServers(home)[server.name];
  if (!isAlive(recorded)) return null;
  const url = server.url(home, recorded.port);
  const { version } = await server.probe(url);
  if (version) return { url, version, how: `already running, process ${recorded.pid}`, process: recorded };
  await stopProcess(recorded, { name: server.label, signal: server.stopSignal });
  return null;
}

// A first attempt may fail for a passing reason: somebody took the port this instant, or the children of a
// killed server have not gone yet.
async function start({ home, server, signal }) {
  const prepared = await server.prepare(home, signal);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await portFor(home, server.name);
    const started = await launch({ home, server, prepared, port });
    const version = await readyVersion({ home, server, started, signal });
    if (version) return { url: server.url(home, port), version, how: prepared.how, process: started };
    await pause(pauseBetweenAttemptsMs);
  }
  throw new PlainError(`${server.label} ended while it started. ${endOfLog(home, server.name)}`);
}

async function launch({ home, server, prepared, port }) {
  const plan = await server.launch(prepared, home, port);
  const started = { ...(await spawnDetached({ ...plan, logFile: logFileOf(home, server.name) })), port };
  recordServer(home, server.name, started);
  return started;
}

// Null when the process ended before it answered.
async function readyVersion({ home, server, started, signal }) {
  let lastProblem;
  const outcome = await poll(
    async () => {
      const { version, problem } = await server.probe(server.url(home, started.port));
      lastProblem = problem;
      if (isAlive(started)) return version && { version };
      return { version: null };
    },
    { timeoutMs: readyTimeoutMs, signal },
  );
  if (outcome) return outcome.version;
  throw new PlainError(
    `${server.label} runs but did not get ready in ${readyTimeoutMs / 1000} s: ${lastProblem}. ${endOfLog(home, server.name)}`,
  );
}
