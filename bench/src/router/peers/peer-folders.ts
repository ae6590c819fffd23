import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const benchFolder = dirname(findPackageJSON(import.meta.url) ?? '');

/** Where it is written what a peer needs, and how it is set up. */
export function sourceFolderOf(peer: string): string {
  return join(benchFolder, 'src/router/peers', peer);
}

/** Where that is installed, apart from our own packages. */
export function installFolderOf(peer: string): string {
  return join(benchFolder, '../.local/cache/bench-peers', peer);
}

/** A package that a peer needs, with its version. */
export function pinned(peer: string, name: string): string {
  const file = join(sourceFolderOf(peer), 'package.json');
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  return `${name} ${dependencies[name]}`;
}
