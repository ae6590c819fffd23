import { report } from '../terminal/report.mjs';
import { descendantsOf } from './descendants.mjs';
import { isAlive } from './identity.mjs';
import { poll } from './poll.mjs';

const defaultGraceMs = 10_000;
const killGraceMs = 2_000;

/**
 * Stops exactly this process: with its own signal first, with SIGKILL when it does not listen, which is told under the
 * name given. What is killed cannot see to its children, so they are killed with it.
 */
export async function stopProcess(identity, { name, signal = 'SIGTERM', graceMs = defaultGraceMs }) {
  if (!send(identity, signal)) return;
  if (await poll(() => !isAlive(identity), { timeoutMs: graceMs })) return;
  const children = isAlive(identity) ? descendantsOf(identity.pid) : [];
  if (!send(identity, 'SIGKILL')) return;
  for (const child of children) signalIfThere(child, 'SIGKILL');
  report(`${name} (process ${identity.pid}) did not stop within ${graceMs / 1000} s and was killed.`);
  await poll(() => !isAlive(identity), { timeoutMs: killGraceMs });
}

/** Signals the process if it is still the one we know; with its whole group if it leads one. */
export function send(identity, signal) {
  if (!isAlive(identity)) return false;
  return signalIfThere(identity.leadsGroup ? -identity.pid : identity.pid, signal);
}

function signalIfThere(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
