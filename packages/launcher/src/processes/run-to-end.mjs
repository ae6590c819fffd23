import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and gives back its status and output. A command that cannot be started at all
 * has status -1 and says why in its output. onStart is told the process's number and given its input, if it has one,
 * onOutput what it writes.
 */
export function runToEnd(command, args, { user, onStart, onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
      ...options,
    });
    if (child.pid) onStart?.(child.pid, child.stdin);
    const take = (chunk) => {
      output += chunk;
      onOutput?.(String(chunk));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) =>
      error.name === 'AbortError' ? reject(error) : resolve({ status: -1, output: error.message }),
    );
    child.once('close', (status) => resolve({ status, output }));
  });
}
