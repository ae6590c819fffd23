import fs from 'node:fs';
import { isFree } from '../home/ports.mjs';
import { PlainError } from '../plain-error.mjs';

const listening = '0A';

/** @throws {PlainError} that says who has the port and what to do. */
export async function requireFreePort(port) {
  if (await isFree(port)) return;
  const owner = process.platform === 'linux' ? ownerOf(port) : null;
  throw new PlainError(
    `Port ${port} on 127.0.0.1 is taken${owner ? ` by process ${owner.pid} (${owner.title})` : ''}.\n` +
      `  Stop ${owner ? 'it' : `what listens there (lsof -i :${port} names it)`}, or choose another port: PORT=${port + 1} npm start`,
  );
}

// Null where the owner is somebody else's process, which Linux does not show.
function ownerOf(port) {
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => socketsOn(port, file));
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const pid = pids.find((candidate) => openFiles(candidate).some((file) => sockets.includes(file)));
  return pid ? { pid, title: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() } : null;
}

function socketsOn(port, file) {
  if (!fs.existsSync(file)) return [];
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, local, , state]) => state === listening && local.endsWith(suffix))
    .map((row) => `socket:[${row[9]}]`);
}

function openFiles(pid) {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).map((name) => fs.readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ESRCH', 'EPERM'].includes(error.code)) return [];
    throw error;
  }
}
