import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findOnPath } from '../src/servers/binaries/find-on-path.mjs';
import { launch } from './support/launch.mjs';
import { needsAll, withoutNetwork } from './support/requires.mjs';
import { temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

const smallPackage = 'netbase';
const wrapper = withoutNetwork();
const needsUnshare = { skip: wrapper ? false : 'skipped: this machine does not let us take the network away' };
const isInstalledHere = findOnPath(['nats-server']) || findOnPath(['redis-server', 'valkey-server']);
const needsAbsence = { skip: isInstalledHere ? 'skipped: NATS or Redis is installed on this machine' : false };
const needsApt = { skip: findOnPath(['apt-get']) ? false : 'skipped: needs apt-get' };
const cannotFetch = needsAll(needsAbsence, needsUnshare);
const canFetch = needsAll(needsAbsence, needsApt);

test('what was fetched before starts without any network', needsUnshare, async (t) => {
  const home = temporaryHome(t);
  const launcher = launch(t, { command: 'start', home, wrapper, environment: { SOUK_ONLY: 'servers' } });
  await launcher.says(/The servers are up/);
  assert.equal(await launcher.stop('SIGINT'), 0);
});

test('what cannot be fetched is a plain error that names every attempt and the way out', cannotFetch, async (t) => {
  const home = temporaryHome(t);
  const environment = { SOUK_ONLY: 'servers', SOUK_BINARIES: emptyFolder(t) };
  const launcher = launch(t, { command: 'start', home, wrapper, environment });
  assert.equal(await launcher.ended(), 1);
  for (const [program, variable] of [
    ['nats-server', 'NATS_URL'],
    ['redis-server', 'REDIS_URL'],
  ]) {
    assert.match(
      launcher.output,
      new RegExp(
        `- ${program}.* is not on the PATH[\\s\\S]*- apt-get [\\s\\S]*- there is no brew[\\s\\S]*set ${variable}`,
      ),
    );
  }
});

test('NATS and Redis are fetched as Debian packages without installing anything', canFetch, async (t) => {
  const home = temporaryHome(t);
  const binaries = emptyFolder(t);
  const launcher = launch(t, {
    command: 'start',
    home,
    environment: { SOUK_ONLY: 'servers', SOUK_BINARIES: binaries },
  });
  await Promise.race([launcher.says(/The servers are up/), launcher.ended()]);
  const hasFailed = /could not be found or fetched/.test(launcher.output);
  if (hasFailed && !canDownload(t)) return t.skip('skipped: no Debian mirror can be reached');
  assert.match(launcher.output, /NATS .* fetched with apt-get download/);
  assert.match(launcher.output, /Redis .* fetched with apt-get download/);
  assert.ok(fs.existsSync(path.join(binaries, 'nats-server/usr/sbin/nats-server')));
  assert.equal(findOnPath(['nats-server']), undefined);
});

// With nothing of the launcher's in between: whether the failure was this machine's.
function canDownload(t) {
  return spawnSync('apt-get', ['-qq', 'download', smallPackage], { cwd: emptyFolder(t) }).status === 0;
}

function emptyFolder(t) {
  const folder = temporaryFolder();
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
