import { isAlive } from './identity.mjs';
import { poll } from './poll.mjs';

const defaultGraceMs = 10_000;
const killGraceMs = 2_000;

/** Stops exactly this process: with its own signal first, with SIGKILL when it does not listen. */
export async function stopProcess(identity, { signal = 'SIGTERM', graceMs = defaultGraceMs } = {}) {
  if (!send(identity, signal)) return;
  if (await poll(() => !isAlive(identity), { timeoutMs: graceMs })) return;
  send(identity, 'SIGKILL');
  await poll(() => !isAlive(identity), { timeoutMs: killGraceMs });
}

/** Signals the process if it is still the one we know. */
export function send(identity, signal) {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
