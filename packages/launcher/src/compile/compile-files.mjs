import { fork } from 'node:child_process';
import { PlainError } from '../plain-error.mjs';

const compiler = new URL('./compiler-main.mjs', import.meta.url);

/** Compiles sources in a process of its own; gives back those that do not compile, with the reason. */
export function compileFiles(entries, settings) {
  if (entries.length === 0) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const child = fork(compiler, { execArgv: [] });
    child.once('error', reject);
    child.once('message', (failures) =>
      resolve(failures.map(({ source, message }) => ({ source, error: new PlainError(message) }))),
    );
    child.once('exit', (status, signal) =>
      reject(new PlainError(`The compiler ended unexpectedly (${signal ?? `status ${status}`}).`)),
    );
    child.send({ entries, settings });
  });
}
