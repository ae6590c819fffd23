import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
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

test('an interrupted installation ends its package manager', async () => {
  packageManagerThat('echo $$ > pid; exec sleep 60');
  const controller = new AbortController();
  const installation = install({ signal: controller.signal, onLine: () => {} });
  const pidFile = path.join(checkout.root, 'pid');
  while (!fs.existsSync(pidFile) || fs.readFileSync(pidFile, 'utf8') === '') await new Promise(setImmediate);
  controller.abort();
  await assert.rejects(installation, { name: 'AbortError' });
});

function packageManagerThat(does) {
  const file = path.join(checkout.root, 'bin/npx');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `#!/bin/sh\n${does}\n`, { mode: 0o755 });
}
