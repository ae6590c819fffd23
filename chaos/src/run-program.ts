import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

export interface Program {
  file: string;
  /** Where it runs; here when nothing is said. */
  folder?: string;
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** Asks the program to stop. */
  signal: AbortSignal;
}

/** Both end so when they have answered: all is well, or something is not. */
const answered = [0, 1];

/**
 * Runs one of our programs to its end, shows what it tells of its progress, and gives back the JSON that it wrote.
 * @throws {Error} with the program's last words when it did not get as far as an answer.
 */
export async function runProgram<Answer>({ file, folder, args, environment, signal }: Program): Promise<Answer> {
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  try {
    const ended = once(child, 'close') as Promise<[number | null]>;
    const [answer, lastWords, [status]] = await Promise.all([text(child.stdout), passOn(child.stderr), ended]);
    signal.throwIfAborted();
    if (answered.includes(status ?? -1) && answer !== '') return JSON.parse(answer) as Answer;
    throw new Error(lastWords || `It ended with ${status} and said nothing.`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Shows each line, and resolves with the last. */
async function passOn(stream: NodeJS.ReadableStream): Promise<string> {
  let last = '';
  for await (const line of createInterface({ input: stream })) {
    process.stderr.write(`${line}\n`);
    if (line.trim() !== '') last = line.trim();
  }
  return last;
}
