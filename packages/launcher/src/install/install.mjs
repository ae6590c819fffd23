import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { readJson, writeJson } from '../home/json-file.mjs';
import { withLock } from '../home/lock.mjs';
import { PlainError } from '../plain-error.mjs';
import { runToEnd } from '../processes/run-to-end.mjs';
import { findOnPath } from '../servers/binaries/find-on-path.mjs';
import { runAsPart } from '../session/run-as-part.mjs';

const lockFile = path.join(checkoutFolder, 'pnpm-lock.yaml');
// It disappears together with what it vouches for.
const stampFile = path.join(checkoutFolder, 'node_modules/.souk-install.json');
const cacheFolder = path.join(checkoutFolder, '.local/cache');

/** Whether what is installed is what the lock file says. */
export function isInstalled() {
  return readJson(stampFile)?.state === wantedState();
}

/** Installs the packages unless they are installed, as a part of the session if there is one; gives back whether it did. */
export async function install({ session, onLine, onWait }) {
  if (isInstalled()) return false;
  fs.mkdirSync(cacheFolder, { recursive: true });
  return withLock(path.join(cacheFolder, 'install.lock'), () => installNow({ session, onLine }), {
    signal: session?.signal,
    onWait,
  });
}

async function installNow({ session, onLine }) {
  if (isInstalled()) return false;
  const args = ['-y', packageManager(), 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { status, output } = await run(session, args, {
    cwd: checkoutFolder,
    env: { ...process.env, CI: 'true' },
    onOutput: (text) =>
      text
        .split('\n')
        .filter((line) => line.trim())
        .forEach(onLine),
  });
  if (status !== 0) throw new PlainError(explain(status, output));
  writeJson(stampFile, { state: wantedState() });
  return true;
}

// Without a session it stays in the terminal's foreground, where Ctrl-C reaches it and all that it runs.
function run(session, args, options) {
  return session
    ? runAsPart({ session, name: 'package manager' }, npx(), args, options)
    : runToEnd(npx(), args, options);
}

function explain(status, output) {
  const hint = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|fetch failed/i.test(output)
    ? "The npm registry cannot be reached: check the network, or npm's registry and proxy settings."
    : 'What the package manager said stands above.';
  return `Installing the packages failed (status ${status}). ${hint}`;
}

function npx() {
  const found = findOnPath(['npx']);
  if (!found) throw new PlainError('npx is not on the PATH; it comes with npm.');
  return found;
}

function packageManager() {
  return JSON.parse(fs.readFileSync(path.join(checkoutFolder, 'package.json'), 'utf8')).packageManager;
}

function wantedState() {
  const lock = crypto.createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  return `${process.platform}-${process.arch} ${lock}`;
}
