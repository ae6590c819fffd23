import path from 'node:path';
import { withLock } from '../home/lock.mjs';
import { stopPart } from '../processes/stop-part.mjs';
import { stopServers } from '../servers/stop-servers.mjs';
import { leaveHome, otherHolders } from './holders.mjs';

/** Ends a launcher's stay: its parts stop, then the servers, unless another launcher uses them. */
export async function stopAfter({ home, pid, parts, servers }) {
  await Promise.all(parts.map(stopPart));
  return withLock(lockOf(home), async () => {
    leaveHome(home, pid);
    const others = otherHolders(home, pid);
    if (others.length === 0) await stopServers(home, servers);
    return others;
  });
}

export function lockOf(home) {
  return path.join(home.run, 'lock');
}
