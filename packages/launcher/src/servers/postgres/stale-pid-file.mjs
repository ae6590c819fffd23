import fs from 'node:fs';
import path from 'node:path';
import { identify } from '../../processes/identity.mjs';
import { stopProcess } from '../../processes/stop-process.mjs';

/**
 * PostgreSQL refuses to start while its pid file names any living process, be it an innocent one that got
 * the number later. If it names a server that works on this very data, that server is stopped; otherwise
 * the file is removed.
 */
export async function clearStalePidFile(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const identity = identify(Number.parseInt(fs.readFileSync(file, 'utf8'), 10));
  if (worksIn(identity.pid, data)) await stopProcess(identity, { name: 'An earlier PostgreSQL', signal: 'SIGINT' });
  fs.rmSync(file, { force: true });
}

// Only Linux tells where a process works; elsewhere PostgreSQL's own check has to do.
function worksIn(pid, folder) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder);
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ESRCH', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
}
