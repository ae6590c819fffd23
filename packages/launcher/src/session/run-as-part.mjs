import { identify } from '../processes/identity.mjs';
import { runToEnd } from '../processes/run-to-end.mjs';
import { stopPart } from '../processes/stop-part.mjs';

// Begins when it is told to, and not at all if we die before: nothing works of which the watchdog does not know.
const gate = ['-c', 'read -r _ && exec "$0" "$@"'];

/**
 * Runs a command to its end as a part of the session, and gives back its status and output. It leads a group of its
 * own, so that what it runs in turn is stopped with it.
 */
export async function runAsPart({ session, name }, command, args, options) {
  const { signal } = session;
  signal.throwIfAborted();
  let part;
  const stop = () => stopPart({ name, ...part });
  const onStart = (pid, input) => {
    part = { ...identify(pid), leadsGroup: true };
    session.addPart(name, part);
    signal.addEventListener('abort', stop, { once: true });
    // It may have been killed at once.
    input.on('error', () => {});
    input.end('\n');
  };
  const stdio = ['pipe', 'pipe', 'pipe'];
  const result = await runToEnd('/bin/sh', [...gate, command, ...args], { ...options, detached: true, stdio, onStart });
  signal.removeEventListener('abort', stop);
  session.removePart(name);
  signal.throwIfAborted();
  return result;
}
