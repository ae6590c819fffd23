import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const bootId = readBootId();

/**
 * A process as we write it down. Process numbers are used again, also after a reboot; together with the
 * kernel's start time they name one process only.
 */
export function identify(pid) {
  return { pid, started: startTimeOf(pid) };
}

/** Whether this very process still runs (a zombie does not). */
export function isAlive(identity) {
  if (!identity?.pid || !identity.started) return false;
  return startTimeOf(identity.pid) === identity.started;
}

export function startTimeOf(pid) {
  return process.platform === 'linux' ? startTimeFromKernel(pid) : startTimeFromPs(pid);
}

function startTimeFromKernel(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (!stat) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : `${bootId}-${fields[19]}`;
}

function startTimeFromPs(pid) {
  const result = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = result.status === 0 ? result.stdout.trim() : '';
  return line === '' || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
}

function readBootId() {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '';
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return null;
    throw error;
  }
}
