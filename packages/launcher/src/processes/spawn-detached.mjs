import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { PlainError } from '../plain-error.mjs';
import { identify } from './identity.mjs';

/** Starts a process of its own group that logs to a file and outlives us. onEnd is told its status and signal. */
export async function spawnDetached({ command, args, environment, workingFolder, logFile, user, onEnd }) {
  const log = fs.openSync(logFile, 'a');
  const options = { detached: true, stdio: ['ignore', log, log], env: environment, cwd: workingFolder };
  const child = spawn(command, args, user ? { ...options, uid: user.uid, gid: user.gid } : options);
  fs.closeSync(log);
  if (onEnd) child.once('exit', (status, signal) => onEnd({ status, signal }));
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new PlainError(`${command} cannot be started: ${error.message}`)));
  });
  child.unref();
  return identify(child.pid);
}
