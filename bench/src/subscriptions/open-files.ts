import { readFileSync } from 'node:fs';

/** What a process opens beside its sockets. */
const besideSockets = 500;

/**
 * Node raises its own limit as far as it may.
 * @throws {Error} that says what to do when a process may not open so many sockets.
 */
export function requireOpenFiles(sockets: number, limits = readFileSync('/proc/self/limits', 'utf8')): void {
  const [, hard = ''] = /^Max open files +\S+ +(\S+)/m.exec(limits) ?? [];
  const allowed = hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
  const needed = sockets + besideSockets;
  if (allowed >= needed) return;
  throw new Error(
    `A process may open ${allowed} files here, and ${sockets} sockets need ${needed}. Run "ulimit -Hn ${needed}" as root ` +
      `in this shell first, or measure fewer with --sockets ${Math.max(1, allowed - besideSockets)}.`,
  );
}
