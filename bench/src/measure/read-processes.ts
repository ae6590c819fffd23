import { readdirSync, readFileSync } from 'node:fs';
import { type ProcessStat, parseProcessStat } from './process-stat.js';

const gone = ['ENOENT', 'ESRCH'];

/** Every process of this machine, now. @throws {Error} where the kernel does not tell. */
export function readProcesses(): ProcessStat[] {
  if (process.platform !== 'linux') throw new Error('Processor time and memory can be measured on Linux only.');
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => readFileOf(pid, 'stat')).flatMap((text) => (text ? [parseProcessStat(text)] : []));
}

/** A file that the kernel keeps about a process, or null when the process is gone. */
export function readFileOf(pid: number | string, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (gone.includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
