import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A git repository in a temporary folder. Remove it afterwards. */
export interface GitRepository {
  root: string;
  git(...args: string[]): Promise<string>;
  /** Writes files, by their paths, commits them, and gives back the revision. */
  commit(files: Readonly<Record<string, string>>): Promise<string>;
  remove(): Promise<void>;
}

/** An empty one. */
export async function gitRepository(): Promise<GitRepository> {
  const root = await mkdtemp(join(tmpdir(), 'souk-git-'));
  const git = async (...args: string[]) => (await run('git', args, { cwd: root })).stdout.trim();
  await git('init', '--quiet');
  await git('config', 'user.name', 'A');
  await git('config', 'user.email', 'a@souk.example');
  return {
    root,
    git,
    commit: async (files) => {
      await writeAll(root, files);
      await git('add', '--all');
      await git('commit', '--quiet', '--message=change');
      return git('rev-parse', 'HEAD');
    },
    remove: () => rm(root, { recursive: true }),
  };
}

/** Writes files, by their paths from a folder. */
export async function writeAll(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}
