import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutFolder } from '../checkout.mjs';
import { compiledState, withCompiled } from '../compile.mjs';
import { installedNode } from '../install/node.mjs';
import { PlainError } from '../plain-error.mjs';
import { runToEnd } from '../processes/run-to-end.mjs';
import { partTable } from '../stack/part-table.mjs';

const bundler = fileURLToPath(new URL('./bundler-main.mjs', import.meta.url));
const bundlesFolder = path.join(checkoutFolder, '.local/cache/bundles');
const mayBePartOfShop = (source) => /^(packages|router|schema|subgraphs)\//.test(source);
// Running shops start their parts from what they began with.
const keptBundles = 8;

/**
 * Puts what is compiled and all that it stands on into a few files: Node reads them in a third of the time that
 * thousands take. Gives back each part's program by name, and whether they had to be made.
 */
export function bundleParts({ signal } = {}) {
  return withCompiled(async () => {
    const folder = path.join(bundlesFolder, wantedState());
    const isNew = !fs.existsSync(folder);
    if (isNew) await makeBundle(folder, signal);
    else fs.utimesSync(folder, new Date(), new Date());
    return { programs: programsIn(folder), isNew };
  }, signal);
}

function programsIn(folder) {
  const programs = partTable.map(({ name }) => [name, path.join(folder, `${name}.mjs`)]);
  return Object.fromEntries(programs.filter(([, program]) => fs.existsSync(program)));
}

async function makeBundle(folder, signal) {
  const draft = `${folder}.draft`;
  fs.rmSync(draft, { recursive: true, force: true });
  const entries = partTable.filter(({ program }) => fs.existsSync(program)).map(({ name, program }) => [name, program]);
  const args = [bundler, draft, JSON.stringify(Object.fromEntries(entries))];
  const { status, output } = await runToEnd(installedNode(), args, { signal });
  if (status !== 0) throw new PlainError(`The parts cannot be bundled.\n${output}`);
  fs.renameSync(draft, folder);
  removeOldBundles();
}

function removeOldBundles() {
  const folders = fs.readdirSync(bundlesFolder).map((name) => path.join(bundlesFolder, name));
  const oldestLast = folders.sort((left, right) => fs.statSync(right).mtimeMs - fs.statSync(left).mtimeMs);
  for (const folder of oldestLast.slice(keptBundles)) fs.rmSync(folder, { recursive: true });
}

function wantedState() {
  const hash = crypto.createHash('sha256').update(compiledState(mayBePartOfShop));
  for (const file of [bundler, path.join(checkoutFolder, 'pnpm-lock.yaml')]) hash.update(fs.readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
