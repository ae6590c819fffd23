import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAll } from './git-repository.js';
import { scratchFiles } from './scratch-files.js';

const run = promisify(execFile);
const house = join(import.meta.dirname, '../../..');
const compiler = join(house, 'packages/launcher/src/compile.mjs');

/** What a command said, and how it ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** A clone of the house with one small room, in which the registry's commands run as they do in the house itself. */
export interface ScratchRepository {
  /** Writes files, by their paths from the root. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Commits everything, and gives back the revision. */
  commit(): Promise<string>;
  git(...args: string[]): Promise<string>;
  /** Runs a compiled command, such as `schema-check`. */
  run(command: string, ...args: string[]): Promise<Ended>;
  /** The same where no program is on the PATH. */
  runAlone(command: string, ...args: string[]): Promise<Ended>;
  /** Another one that stands where this one does, but for some files. Both go when this one goes. */
  copy(files?: Readonly<Record<string, string>>): Promise<ScratchRepository>;
  read(path: string): Promise<string>;
  /** Removes what lies under a path, or the whole. */
  remove(path?: string): Promise<void>;
}

/** A scratch repository in which everything generated is current, committed and accepted. */
export async function scratchRepository(): Promise<ScratchRepository> {
  await run(process.execPath, ['-e', `import(${JSON.stringify(compiler)}).then(({ compile }) => compile())`]);
  const folder = await mkdtemp(join(tmpdir(), 'souk-scratch-'));
  await furnish(join(folder, 'model'));
  const repository = at(folder, 'model');
  await repository.run('generate');
  await git(join(folder, 'model'), 'init', '--quiet');
  await repository.write({ 'schema/accepted.json': JSON.stringify({ revision: await repository.commit() }) });
  await repository.commit();
  return repository;
}

/** The repository of a name in a folder that holds copies as well. */
function at(folder: string, name: string): ScratchRepository {
  const root = join(folder, name);
  let copies = 0;
  return {
    write: (files) => writeAll(root, files),
    commit: () => commitAll(root),
    git: (...args) => git(root, ...args),
    run: (command, ...args) => runCompiled(root, [command, ...args]),
    runAlone: (command, ...args) => runCompiled(root, [command, ...args], { PATH: root }),
    copy: async (files = {}) => {
      copies += 1;
      const copied = `${name}-${copies}`;
      await cp(root, join(folder, copied), { recursive: true, verbatimSymlinks: true });
      await writeAll(join(folder, copied), files);
      return at(folder, copied);
    },
    read: (path) => readFile(join(root, path), 'utf8'),
    remove: (path) => rm(path ? join(root, path) : folder, { recursive: true }),
  };
}

/** Where what the house stands on is linked to, and whose it is. */
const linked = {
  node_modules: 'node_modules',
  'packages/registry/node_modules': 'packages/registry/node_modules',
  'schema/node_modules': 'schema/node_modules',
  'subgraphs/shop/node_modules': 'subgraphs/orders/node_modules',
};
const copied = ['package.json', 'dist/src', 'src/publish/api-docs/assets'].map((path) => `packages/registry/${path}`);

/** The registry finds the house from where it lies itself, so that it is copied. */
async function furnish(root: string): Promise<void> {
  await writeAll(root, scratchFiles);
  for (const path of [...copied, 'codegen.ts']) await copyFromHouse(root, path);
  for (const [path, target] of Object.entries(linked)) await symlink(join(house, target), join(root, path));
  // What Node has compiled once serves the copies as well.
  await mkdir(join(root, '../cache'));
  await symlink(join(root, '../cache'), join(root, '.local'));
}

async function copyFromHouse(root: string, path: string): Promise<void> {
  const filter = (file: string) => !file.endsWith('.map');
  await cp(join(house, path), join(root, path), { recursive: true, filter });
}

async function commitAll(root: string): Promise<string> {
  await git(root, 'add', '--all');
  await git(root, '-c', 'user.name=A', '-c', 'user.email=a@souk.example', 'commit', '--quiet', '--message=change');
  return git(root, 'rev-parse', 'HEAD');
}

async function runCompiled(root: string, [command, ...args]: string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
  const program = join(root, 'packages/registry/dist/src/commands', `${command}.js`);
  try {
    return { code: 0, ...(await run(process.execPath, [program, ...args], { cwd: root, env })) };
  } catch (error) {
    return error as Ended;
  }
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root });
  return stdout.trim();
}
