import fs from 'node:fs';
import path from 'node:path';
import { identify } from '../processes/identity.mjs';
import { stopProcess } from '../processes/stop-process.mjs';
import { postgresPlace } from './postgres/postgres-place.mjs';
import { recordedServers } from './recorded-servers.mjs';

const serverPrograms = /(postgres|nats-server|redis-server|valkey-server)\b/;

/**
 * Stops servers that work inside this home's data folder although no record names them: their launcher died
 * before it could write, or somebody deleted the state. Only Linux can tell; gives back how many there were.
 */
export async function sweepStrays(home) {
  if (process.platform !== 'linux') return 0;
  const known = new Set(Object.values(recordedServers(home)).map(({ pid }) => pid));
  const folders = [fs.realpathSync(home.data), postgresPlace(home).folder];
  const inside = processes().filter(({ cwd, title }) => serverPrograms.test(title) && isInside(cwd, folders));
  const pids = new Set(inside.map(({ pid }) => pid));
  const strays = inside.filter(({ pid, parent }) => !pids.has(parent) && !known.has(pid));
  await Promise.all(strays.map(stopStray));
  return strays.length;
}

function stopStray({ pid, title }) {
  return stopProcess(identify(pid), { name: `A forgotten ${path.basename(title)}`, signal: 'SIGINT' });
}

function isInside(cwd, folders) {
  return folders.some((folder) => cwd.startsWith(`${folder}/`));
}

function processes() {
  const numbers = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(describe).filter(Boolean);
}

// Null for what ended meanwhile, and for other people's processes.
function describe(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [title] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { pid: Number(pid), parent: Number(parent), title, cwd: fs.readlinkSync(`/proc/${pid}/cwd`) };
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code)) return null;
    throw error;
  }
}
