import { report } from '../terminal/report.mjs';
import { isAlive } from './identity.mjs';
import { poll } from './poll.mjs';

const defaultGraceMs = 10_000;
const killGraceMs = 2_000;

/**
 * Stops exactly this process: with its own signal first, with SIGKILL when it does not listen, which is told under the
 * name given.
 */
export async function stopProcess(identity, { name, signal = 'SIGTERM', graceMs = defaultGraceMs }) {
  if (!send(identity, signal)) return;
  if (await poll(() => !isAlive(identity), { timeoutMs: graceMs })) return;
  if (!send(identity, 'SIGKILL')) return;
  report(`${name} (process ${identity.pid}) did not stop within ${graceMs / 1000} s and was killed.`);
  await poll(() => !isAlive(identity), { timeoutMs: killGraceMs });
}

/** Signals the process if it is still the one we know; with its whole group if it leads one. */
export function send(identity, signal) {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.leadsGroup ? -identity.pid : identity.pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
