import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder, requireFromCheckout } from './checkout.mjs';
import { compileFiles } from './compile/compile-files.mjs';
import { packageFolders } from './compile/packages.mjs';
import { planPackage } from './compile/plan.mjs';
import { readJson, writeJson } from './home/json-file.mjs';
import { withLock } from './home/lock.mjs';

const cacheFolder = path.join(checkoutFolder, '.local/cache');
const manifestFile = path.join(cacheFolder, 'compile.json');

/** Compiles every TypeScript source that changed since last time; gives back which were compiled and removed. */
export function compile({ signal } = {}) {
  return withCompiled(compileChanged, signal);
}

/** Does the work while nobody compiles. */
export function withCompiled(work, signal) {
  fs.mkdirSync(cacheFolder, { recursive: true });
  return withLock(path.join(cacheFolder, 'compile.lock'), work, { signal });
}

/** Differs when what is compiled of such sources does. */
export function compiledState(isSuchSource) {
  const { settings, marks = {} } = readJson(manifestFile, {});
  const sources = Object.entries(marks).filter(([source]) => isSuchSource(source));
  return JSON.stringify([settings, sources.map(([source, { hash }]) => [source, hash])]);
}

async function compileChanged() {
  const settings = readSettings();
  const known = knownMarks(settings.hash);
  const plans = packageFolders().map((folder) => planPackage(folder, known));
  const changed = plans.flatMap((plan) => plan.changed);
  const removed = plans.flatMap((plan) => plan.stale);
  for (const output of removed) fs.rmSync(path.join(checkoutFolder, output));
  const failures = await compileFiles(changed, settings.options);
  const marks = Object.assign({}, ...plans.map((plan) => plan.marks));
  // What failed is not known, so that it is tried again.
  for (const { source } of failures) delete marks[source];
  if (changed.length + removed.length > 0) writeJson(manifestFile, { settings: settings.hash, marks });
  if (failures.length > 0) throw new AggregateError(failures.map(({ error }) => error));
  return { compiled: changed.map(({ source }) => source), removed };
}

// Under other settings everything has to be compiled again.
function knownMarks(settings) {
  const manifest = readJson(manifestFile, {});
  return manifest.settings === settings ? manifest.marks : {};
}

function readSettings() {
  const text = fs.readFileSync(path.join(checkoutFolder, '.swcrc'), 'utf8');
  const { version } = requireFromCheckout('@swc/core/package.json');
  return { options: JSON.parse(text), hash: crypto.createHash('sha256').update(text).update(version).digest('hex') };
}
