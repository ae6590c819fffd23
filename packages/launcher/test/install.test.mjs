import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { identify, isAlive } from '../src/processes/identity.mjs';
import { send } from '../src/processes/stop-process.mjs';
import { launch } from './support/launch.mjs';
import { areGone, eventually } from './support/look.mjs';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

let checkout;
let install;

// The package manager is the outside world here: a stand-in writes down how it was called.
beforeEach(async (t) => {
  checkout = temporaryCheckout(t, { hasPostgres: false });
  fs.rmSync(path.join(checkout.root, 'node_modules/.souk-install.json'), { force: true });
  ({ install } = await import(pathToFileURL(path.join(checkout.sources, 'install/install.mjs')).href));
  const usualPath = process.env.PATH;
  process.env.PATH = `${path.join(checkout.root, 'bin')}:${usualPath}`;
  t.after(() => {
    process.env.PATH = usualPath;
  });
});

test('packages are installed once, from the lock file, and again when it changes', async () => {
  packageManagerThat('echo "$@" >> calls; echo Progress: added 1');
  const lines = [];
  assert.equal(await install({ onLine: (line) => lines.push(line) }), true);
  assert.deepEqual(lines, ['Progress: added 1']);
  assert.equal(await install({ onLine: assert.fail }), false);
  fs.appendFileSync(path.join(checkout.root, 'pnpm-lock.yaml'), '\n');
  assert.equal(await install({ onLine: () => {} }), true);
  const calls = fs.readFileSync(path.join(checkout.root, 'calls'), 'utf8').trim().split('\n');
  assert.deepEqual(calls, Array(2).fill('-y pnpm@12.21.0 install --frozen-lockfile --reporter=append-only'));
});

test('a failed installation is a plain error and is tried again next time', async () => {
  packageManagerThat('echo ERR_PNPM_SOMETHING; exit 3');
  await assert.rejects(install({ onLine: () => {} }), /Installing the packages failed \(status 3\)/);
  packageManagerThat('echo "request to https://registry.npmjs.org failed, reason: getaddrinfo EAI_AGAIN"; exit 1');
  await assert.rejects(install({ onLine: () => {} }), /registry cannot be reached/);
  packageManagerThat('true');
  assert.equal(await install({ onLine: () => {} }), true);
});

test('an interrupted installation ends its package manager', async (t) => {
  const { launcher, packageManager } = await interruptedLauncher(t);
  launcher.child.kill('SIGTERM');
  assert.ok(await areGone([packageManager]));
  assert.equal(await launcher.ended(), 130);
  assert.equal(fs.existsSync(lockFile()), false);
});

test('a killed launcher takes its package manager along', async (t) => {
  const { launcher, packageManager } = await interruptedLauncher(t);
  await launcher.stop('SIGKILL');
  assert.ok(await areGone([packageManager]));
  const log = path.join(checkout.home, 'test/log/watchdog.log');
  assert.ok(await eventually(() => fs.readFileSync(log, 'utf8').includes(' stopped')));
});

// Like npx itself, the stand-in does not pass on to what it runs that it was asked to stop.
async function interruptedLauncher(t) {
  packageManagerThat('sleep 300 & echo $! > pid; wait');
  const launcher = launch(t, { command: 'test', args: ['install'], folder: checkout.sources });
  const pidFile = path.join(checkout.root, 'pid');
  assert.ok(await eventually(() => fs.existsSync(pidFile) && fs.readFileSync(pidFile, 'utf8').endsWith('\n')));
  const packageManager = identify(Number(fs.readFileSync(pidFile, 'utf8')));
  t.after(() => send(packageManager, 'SIGKILL'));
  assert.ok(isAlive(packageManager));
  assert.ok(fs.existsSync(lockFile()));
  return { launcher, packageManager };
}

function lockFile() {
  return path.join(checkout.root, '.local/cache/install.lock');
}

function packageManagerThat(does) {
  const file = path.join(checkout.root, 'bin/npx');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `#!/bin/sh\n${does}\n`, { mode: 0o755 });
}
