import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder, requireFromCheckout } from './checkout.mjs';
import { compileFile } from './compile/compile-file.mjs';
import { packageFolders } from './compile/packages.mjs';
import { planPackage } from './compile/plan.mjs';
import { readJson, writeJson } from './home/json-file.mjs';
import { withLock } from './home/lock.mjs';

const cacheFolder = path.join(checkoutFolder, '.local/cache');

/** Compiles every TypeScript source that changed since last time; gives back which were compiled and removed. */
export function compile({ signal } = {}) {
  fs.mkdirSync(cacheFolder, { recursive: true });
  return withLock(path.join(cacheFolder, 'compile.lock'), compileChanged, { signal });
}

async function compileChanged() {
  const file = path.join(cacheFolder, 'compile.json');
  const settings = readSettings();
  const manifest = readJson(file, {});
  const known = manifest.settings === settings.hash ? manifest.marks : {};
  const plans = packageFolders().map((folder) => planPackage(folder, known));
  const changed = plans.flatMap((plan) => plan.changed);
  const removed = plans.flatMap((plan) => plan.stale);
  for (const output of removed) fs.rmSync(path.join(checkoutFolder, output));
  const failures = await compileAll(changed, settings.options);
  const failed = new Set(failures.map(({ source }) => source));
  const marks = Object.fromEntries(
    Object.entries(Object.assign({}, ...plans.map((plan) => plan.marks))).filter(([source]) => !failed.has(source)),
  );
  if (changed.length + removed.length > 0) writeJson(file, { settings: settings.hash, marks });
  if (failures.length > 0) throw new AggregateError(failures.map(({ error }) => error));
  return { compiled: changed.map(({ source }) => source), removed };
}

async function compileAll(changed, options) {
  const outcomes = await Promise.allSettled(changed.map((entry) => compileFile({ ...entry, settings: options })));
  return outcomes.flatMap(({ reason }, index) => (reason ? [{ source: changed[index].source, error: reason }] : []));
}

function readSettings() {
  const text = fs.readFileSync(path.join(checkoutFolder, '.swcrc'), 'utf8');
  const { version } = requireFromCheckout('@swc/core/package.json');
  return { options: JSON.parse(text), hash: crypto.createHash('sha256').update(text).update(version).digest('hex') };
}
