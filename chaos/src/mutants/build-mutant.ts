import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { applyMutant } from './apply-mutant.js';
import type { Mutant } from './mutant.js';

const megabytesOfNames = 64;

/**
 * Makes a copy of the checkout in which the mutant's mistake is, and returns its folder. Packages from outside are shared
 * with the checkout; our own are the copy's.
 * @throws {Error} when the sources are not as the mutant knows them.
 */
export function buildMutant(checkout: string, mutant: Mutant): string {
  const folder = join(checkout, '.local/mutants', mutant.name);
  rmSync(folder, { recursive: true, force: true });
  const sources = sourcesOf(checkout);
  for (const file of sources) copy(checkout, folder, file);
  for (const packageFolder of packagesIn(sources)) {
    for (const part of ['node_modules', 'dist']) copy(checkout, folder, join(packageFolder, part));
  }
  for (const shared of ['node_modules', '.local/bin']) link(checkout, folder, shared);
  // What was compiled before is not compiled again.
  copy(checkout, folder, '.local/cache/compile.json');
  applyMutant(folder, mutant);
  return folder;
}

/** All files that git knows or would take, as paths from the checkout's root. */
function sourcesOf(checkout: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', args, { cwd: checkout, maxBuffer: megabytesOfNames * 1024 * 1024 });
  return names
    .toString()
    .split('\0')
    .filter((name) => name !== '');
}

function packagesIn(sources: readonly string[]): string[] {
  return sources.filter((file) => file.endsWith('/package.json')).map(dirname);
}

function copy(from: string, to: string, path: string): void {
  const source = join(from, path);
  if (existsSync(source)) cpSync(source, join(to, path), { recursive: true, verbatimSymlinks: true });
}

function link(from: string, to: string, path: string): void {
  mkdirSync(join(from, path), { recursive: true });
  const place = join(to, path);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(relative(dirname(place), join(from, path)), place);
}
