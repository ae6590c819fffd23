import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { RegistryInputError } from '../registry-input.error.js';

const run = promisify(execFile);
const maxBuffer = 64 * 1024 * 1024;

/** What git answers, without the last line's end. @throws {RegistryInputError} when there is no git, or no repository. */
export async function git(root: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer });
    return stdout.trimEnd();
  } catch (error) {
    throw silent(error);
  }
}

/** What git answers; undefined where it says no. @throws {RegistryInputError} when there is no git, or no repository. */
export async function gitIfSo(root: string, ...args: string[]): Promise<string | undefined> {
  try {
    return (await run('git', args, { cwd: root })).stdout.trimEnd();
  } catch (error) {
    if (isDenial(error)) return undefined;
    throw silent(error);
  }
}

/** Asked quietly, git says nothing of what is not there; that it cannot tell it always says. */
function isDenial(error: unknown): boolean {
  const { code, stderr } = error as { code?: unknown; stderr?: string };
  return code === 1 || (code === 128 && stderr === '');
}

/** The contents that git keeps by the given names, such as `<revision>:<path>`, all with one process. */
export async function gitObjects(root: string, names: readonly string[]): Promise<string[]> {
  const answer = run('git', ['cat-file', '--batch'], { cwd: root, maxBuffer, encoding: 'buffer' });
  // A git that ends before it has read everything says why when it ends.
  answer.child.stdin?.on('error', () => undefined).end(`${names.join('\n')}\n`);
  try {
    return contentsIn((await answer).stdout, names.length);
  } catch (error) {
    throw silent(error);
  }
}

/** Each answer is a line with the size in bytes, the content, and a line's end. */
function contentsIn(answer: Buffer, count: number): string[] {
  const contents: string[] = [];
  for (let start = 0; contents.length < count; ) {
    const end = answer.indexOf('\n', start);
    const size = Number(answer.subarray(start, end).toString().split(' ').at(-1));
    contents.push(answer.subarray(end + 1, end + 1 + size).toString('utf8'));
    start = end + 1 + size + 1;
  }
  return contents;
}

function silent(error: unknown): RegistryInputError {
  const { code, stderr, message } = error as { code?: unknown; stderr?: string | Buffer; message: string };
  if (code === 'ENOENT') {
    return new RegistryInputError('git is not on the PATH. Install it: what was promised before is read from it.');
  }
  const said = String(stderr ?? '').trim() || message;
  return new RegistryInputError(
    `What was promised before is read from git, which says: ${said}\nWork in a clone of the repository, or mend what git complains of.`,
  );
}
