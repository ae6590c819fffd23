import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { poll } from '../../src/processes/poll.mjs';

const sources = fileURLToPath(new URL('../../src', import.meta.url));
const patienceMs = 60_000;
const running = new Set();
const shopVariables = ['PORT', 'DATABASE_URL', 'NATS_URL', 'REDIS_URL', 'SOUK_HOME', 'SOUK_ONLY', 'SOUK_BINARIES'];

/** Starts a command of the launcher in a home; the test waits for what it writes and for its end. */
export function launch(t, { command, args = [], home, environment = {}, folder = sources, user, wrapper = [] }) {
  const [program, ...rest] = [...wrapper, process.execPath, path.join(folder, 'commands', `${command}.mjs`), ...args];
  const child = spawn(program, rest, {
    cwd: '/',
    env: { ...cleanEnvironment(), ...(home && { SOUK_HOME: home }), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  const launched = observe(child);
  running.add({ home, launched });
  t?.after(() => launched.stop());
  return launched;
}

/** Ends whatever still runs in a home. */
export async function stopLaunchedIn(home) {
  const those = [...running].filter((entry) => entry.home === home);
  await Promise.all(those.map(({ launched }) => launched.stop()));
}

/** Starts only the servers of a shop. */
export function launchServers(t, home, environment = {}) {
  return launch(t, { command: 'start', home, environment: { SOUK_ONLY: 'servers', ...environment } });
}

function observe(child) {
  const launched = { child, pid: child.pid, output: '', status: undefined };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      launched.output += chunk;
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.once('close', (status, signal) => Object.assign(launched, { status: status ?? signal }));
  launched.ended = async () => {
    await ended;
    return launched.status;
  };
  launched.says = (pattern) => waitFor(launched, pattern);
  launched.stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    return launched.ended();
  };
  return launched;
}

async function waitFor(launched, pattern) {
  const found = await poll(() => pattern.exec(launched.output) ?? (launched.status !== undefined && 'ended'), {
    timeoutMs: patienceMs,
  });
  if (found && found !== 'ended') return found;
  throw new Error(`The launcher ${found ?? 'went on'} without saying ${pattern}:\n${launched.output}`);
}

function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !shopVariables.includes(name) && !name.startsWith('NODE_TEST')),
  );
}
