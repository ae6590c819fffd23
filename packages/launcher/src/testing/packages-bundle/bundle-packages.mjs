import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutFolder } from '../../checkout.mjs';
import { buildBundle } from './build-bundle.mjs';
import { importedPackages } from './imported-packages.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
// Jest leaves frames of what lies in a folder of this name out of the stacks that it shows.
const bundlesFolder = path.join(checkoutFolder, '.local/cache/test-packages/node_modules');
// A run that has begun goes on with what it began with.
const keptBundles = 4;

/**
 * Puts the packages that our sources import into one script, which a worker compiles once for all of its test files.
 * Gives back what jest's configuration needs of it: { resolver, packagesScript }.
 */
export async function bundlePackages() {
  const packages = importedPackages();
  const folder = path.join(bundlesFolder, stateOf(packages));
  if (fs.existsSync(folder)) fs.utimesSync(folder, new Date(), new Date());
  else await makeBundle(folder, packages);
  return { resolver: path.join(folder, 'resolver.cjs'), packagesScript: path.join(folder, 'packages.cjs') };
}

async function makeBundle(folder, packages) {
  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  await buildBundle(draft, packages);
  // Another run may have made the same meanwhile.
  if (fs.existsSync(folder)) fs.rmSync(draft, { recursive: true });
  else fs.renameSync(draft, folder);
  removeOldBundles();
}

function removeOldBundles() {
  const folders = fs.readdirSync(bundlesFolder).map((name) => path.join(bundlesFolder, name));
  const oldestLast = folders.sort((left, right) => fs.statSync(right).mtimeMs - fs.statSync(left).mtimeMs);
  for (const folder of oldestLast.slice(keptBundles)) fs.rmSync(folder, { recursive: true });
}

function stateOf(packages) {
  const hash = crypto.createHash('sha256').update(JSON.stringify([process.version, packages]));
  const files = fs.readdirSync(here).map((name) => path.join(here, name));
  for (const file of [...files, path.join(checkoutFolder, 'pnpm-lock.yaml')]) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
