import { identify } from '../processes/identity.mjs';
import { runToEnd } from '../processes/run-to-end.mjs';
import { stopPart } from '../processes/stop-part.mjs';

/**
 * Runs a command to its end as a part of the session, and gives back its status and output. It leads a group of its
 * own, so that what it runs in turn is stopped with it.
 */
export async function runAsPart({ session, name }, command, args, options) {
  const { signal } = session;
  signal.throwIfAborted();
  let part;
  const stop = () => stopPart({ name, ...part });
  const onStart = (pid) => {
    part = { ...identify(pid), leadsGroup: true };
    session.addPart(name, part);
    signal.addEventListener('abort', stop, { once: true });
  };
  const result = await runToEnd(command, args, { ...options, detached: true, onStart });
  signal.removeEventListener('abort', stop);
  session.removePart(name);
  signal.throwIfAborted();
  return result;
}
