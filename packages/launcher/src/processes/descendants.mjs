import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** The numbers of all processes that descend from one, now. A process group is not enough: PostgreSQL's children leave it. */
export function descendantsOf(pid) {
  const pairs = process.platform === 'linux' ? pairsFromKernel() : pairsFromPs();
  const childrenOf = (parent) => pairs.filter((pair) => pair.parent === parent).map((pair) => pair.pid);
  const collect = (parent) => childrenOf(parent).flatMap((child) => [child, ...collect(child)]);
  return collect(pid);
}

function pairsFromKernel() {
  const numbers = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map((pid) => ({ pid: Number(pid), parent: parentFromKernel(pid) }));
}

// Null for what ended meanwhile.
function parentFromKernel(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return null;
    throw error;
  }
}

function pairsFromPs() {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid, parent]) => ({ pid, parent }));
}
