import { execFile, spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { RegistryInputError } from '../registry-input.error.js';
import { isKept, type SourceFile } from './source-file.js';

const run = promisify(execFile);
const maxBuffer = 64 * 1024 * 1024;

/** The full hash of a revision. @throws {RegistryInputError} when this clone does not have it. */
export async function resolveRevision(root: string, revision: string): Promise<string> {
  const hash = await hashOf(root, revision);
  if (hash) return hash;
  throw new RegistryInputError(
    `The revision ${revision} is not in this clone. Fetch it (git fetch --unshallow, or fetch-depth: 0 in a workflow), or name another with --base.`,
  );
}

/** Whether this clone has a revision. */
export async function isKnownRevision(root: string, revision: string): Promise<boolean> {
  return (await hashOf(root, revision)) !== undefined;
}

async function hashOf(root: string, revision: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], { cwd: root });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** Reads every kept file of `schema/` as it stood in a revision, sorted by path. */
export async function readRevision(root: string, revision: string): Promise<SourceFile[]> {
  const { stdout } = await run('git', ['ls-tree', '-r', '--name-only', '-z', revision, '--', 'schema'], {
    cwd: root,
    maxBuffer,
  });
  const paths = stdout.split('\0').filter(isKept);
  const contents = await readObjects(
    root,
    paths.map((path) => `${revision}:${path}`),
  );
  return paths.map((path, index) => ({ path, content: contents[index] ?? '' }));
}

/** One `git cat-file` for all: each answer is a line with the size in bytes, the content, and a line's end. */
async function readObjects(root: string, names: readonly string[]): Promise<string[]> {
  const git = spawn('git', ['cat-file', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  git.stdin.end(`${names.join('\n')}\n`);
  const answer = await buffer(git.stdout);
  const contents: string[] = [];
  for (let start = 0; contents.length < names.length; ) {
    const end = answer.indexOf('\n', start);
    const size = Number(answer.subarray(start, end).toString().split(' ').at(-1));
    contents.push(answer.subarray(end + 1, end + 1 + size).toString('utf8'));
    start = end + 1 + size + 1;
  }
  return contents;
}
