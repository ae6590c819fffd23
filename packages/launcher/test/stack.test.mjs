import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { openHome } from '../src/home/open-home.mjs';
import { portFor } from '../src/home/ports.mjs';
import { descendantsOf } from '../src/processes/descendants.mjs';
import { identify, isAlive } from '../src/processes/identity.mjs';
import { Session } from '../src/session/session.mjs';
import { chooseParts } from '../src/stack/choose-parts.mjs';
import { partTable } from '../src/stack/part-table.mjs';
import { keepStackOnRecord } from '../src/stack/running-stack.mjs';
import { Stack } from '../src/stack/stack.mjs';
import { partsTouchedBy } from '../src/stack/touched-parts.mjs';
import { launch } from './support/launch.mjs';
import { areGone, eventually, modeOf, serversOf } from './support/look.mjs';
import { stackOf } from './support/part.mjs';
import { needsLinux } from './support/requires.mjs';
import { removeHome, temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

const sharedHome = path.join(temporaryFolder(), 'home');
after(() => removeHome(sharedHome));

// The part that needs the least: no database, no broker.
const only = { SOUK_ONLY: 'stripe-emulator' };

test('a part gets ready, comes back when it is killed, and stops with the launcher', async (t) => {
  const home = sharedHome;
  const launcher = launch(t, { command: 'start', home, environment: only });
  await launcher.says(/The shop is open/);
  assert.match(launcher.output, /\d\.\d s {2}stripe-emulator +127\.0\.0\.1:\d+ +in +\d+\.\d s {2}process \d+/);
  const { processes } = stackOf(home);
  const first = processes['stripe-emulator'];
  assert.equal((await fetch(`${first.url}/health/ready`)).status, 200);
  process.kill(first.pid, 'SIGKILL');
  await launcher.says(/stripe-emulator died and is started again[\s\S]* s {2}stripe-emulator +127/);
  assert.equal((await fetch(`${first.url}/health/ready`)).status, 200);
  const everything = [
    ...JSON.parse(fs.readFileSync(path.join(home, 'run/holders', `${launcher.pid}.json`))).parts,
    ...Object.values(serversOf(home)),
  ];
  assert.equal(await launcher.stop('SIGINT'), 0);
  assert.ok(await areGone(everything));
  assert.equal(fs.existsSync(path.join(home, 'run/stack.json')), false);
});

test('what comes back, a part or a server, is on record with its new process', async (t) => {
  const home = sharedHome;
  const launcher = launch(t, { command: 'start', home, environment: only });
  await launcher.says(/The shop is open/);
  for (const name of ['stripe-emulator', 'nats']) {
    const { processes: before, ...rest } = stackOf(home);
    process.kill(before[name].pid, 'SIGKILL');
    assert.ok(await eventually(() => stackOf(home).processes[name]?.pid !== before[name].pid));
    const { processes: after, ...others } = stackOf(home);
    assert.ok(Object.values(after).every(isAlive));
    assert.deepEqual({ ...after, [name]: after[name].url }, { ...before, [name]: before[name].url });
    assert.deepEqual(others, rest);
  }
  assert.equal(modeOf(path.join(home, 'run/stack.json')), 0o600);
  assert.equal(await launcher.stop('SIGINT'), 0);
  assert.equal(fs.existsSync(path.join(home, 'run/stack.json')), false);
});

test('a part that is restarted is on record with its new process, and one that does not come up is left out', async (t) => {
  const stack = await stackOfOne(t);
  const onRecord = () => stackOf(stack.context.home.folder).processes.bell;
  const [part] = stack.parts;
  const first = onRecord();
  await stack.restartPart(part);
  const second = onRecord();
  assert.notEqual(second.pid, first.pid);
  assert.ok(isAlive(second));
  await assert.rejects(stack.restartPart({ ...part, environment: () => ({}) }), /bell ended while it started/);
  assert.equal(onRecord(), undefined);
  await stack.restartPart(part);
  assert.ok(isAlive(onRecord()));
});

test('a killed launcher takes its parts along', async (t) => {
  const home = sharedHome;
  const launcher = launch(t, { command: 'start', home, environment: only });
  await launcher.says(/The shop is open/);
  const part = stackOf(home).processes['stripe-emulator'];
  await launcher.stop('SIGKILL');
  assert.ok(await areGone([part, ...Object.values(serversOf(home))]));
});

test('a part that cannot start is named, with the end of its log', async (t) => {
  const home = sharedHome;
  const first = launch(t, { command: 'start', home, environment: only });
  await first.says(/The shop is open/);
  await first.stop();
  const secretsFile = path.join(home, 'secrets.json');
  const secrets = JSON.parse(fs.readFileSync(secretsFile, 'utf8'));
  fs.writeFileSync(secretsFile, JSON.stringify({ ...secrets, stripeSecretKey: 'sk_live_nonsense' }));
  const second = launch(t, { command: 'start', home, environment: only });
  assert.equal(await second.ended(), 1);
  assert.match(
    second.output,
    /stripe-emulator ended while it started\. The end of .*stripe-emulator\.log:[\s\S]*STRIPE_SECRET_KEY/,
  );
});

test('a taken router port is a plain error that names who has it', needsLinux, async (t) => {
  const intruder = net.createServer().listen(0, '127.0.0.1');
  t.after(() => intruder.close());
  await eventually(() => intruder.address());
  const { port } = intruder.address();
  const launcher = launch(t, {
    command: 'start',
    home: temporaryHome(t),
    environment: { SOUK_ONLY: 'router', PORT: String(port) },
  });
  assert.equal(await launcher.ended(), 1);
  assert.match(
    launcher.output,
    new RegExp(
      `Port ${port} on 127\\.0\\.0\\.1 is taken by process ${process.pid} \\(.*\\)\\.\\n.*PORT=${port + 1} npm start`,
    ),
  );
});

test('senseless options are plain errors', async (t) => {
  for (const [options, pattern] of [
    [{ args: ['--seed', 'lots'] }, /--seed is one of none, small, demo, not lots/],
    [{ args: ['--loud'] }, /Unknown option '--loud'/],
    [{ environment: { PORT: 'http' } }, /PORT is a number from 1 to 65535, not http/],
    [{ environment: { SOUK_ONLY: 'kitchen' } }, /SOUK_ONLY names kitchen; it may name .*accounts/],
  ]) {
    const launcher = launch(t, { command: 'start', home: temporaryHome(t), ...options });
    assert.equal(await launcher.ended(), 1);
    assert.match(launcher.output, pattern);
  }
});

test('commands that need the running shop say so', async (t) => {
  const launcher = launch(t, { command: 'run', args: ['demo'], home: temporaryHome(t) });
  assert.equal(await launcher.ended(), 2);
  assert.match(launcher.output, /npm run demo needs the running shop\. In another terminal: npm start/);
});

test('a bench that brings all it needs does without the shop', async (t) => {
  const launcher = launch(t, { command: 'run', args: ['bench', 'router', '--only', 'nobody'], home: temporaryHome(t) });
  assert.equal(await launcher.ended(), 1);
  assert.match(launcher.output, /--only takes some of router, bare, stock/);
});

test('who asks a command to stop stops what it runs', needsLinux, async (t) => {
  const launcher = launch(t, { command: 'run', args: ['chaos', '--minutes', '0.2'], home: temporaryHome(t) });
  await launcher.says(/people come in/);
  const programs = descendantsOf(launcher.pid).map(identify);
  assert.ok(programs.length > 10);
  await launcher.stop('SIGTERM');
  assert.match(launcher.output, /The run was stopped before its end\./);
  assert.ok(await areGone(programs));
});

test("with Stripe's own keys there is no emulator", () => {
  const names = (parts) => parts.map(({ name }) => name);
  assert.deepEqual(
    names(chooseParts('', { isEmulated: false })),
    names(partTable).filter((name) => name !== 'stripe-emulator'),
  );
  assert.deepEqual(names(chooseParts('orders, cart', { isEmulated: true })), ['cart', 'orders']);
  assert.deepEqual(names(chooseParts('servers', { isEmulated: true })), []);
});

test('a change restarts the parts it touches', () => {
  const touched = (...files) => partsTouchedBy(files, partTable).map(({ name }) => name);
  assert.deepEqual(touched('subgraphs/orders/src/domain/order.ts'), ['orders']);
  assert.deepEqual(touched('schema/supergraph.graphql'), ['router']);
  assert.deepEqual(touched('schema/events/orders.ts').length, partTable.length);
  assert.deepEqual(touched('packages/kit/src/server/start.ts').length, partTable.length);
  assert.deepEqual(touched('e2e/buy.ts'), []);
});

/** A stack on record, of one part that needs no server. It fails without its environment. */
async function stackOfOne(t) {
  let session;
  t.after(() => session.close());
  process.env.SOUK_HOME = temporaryHome(t);
  const home = openHome();
  delete process.env.SOUK_HOME;
  session = new Session(home, 'a test');
  const port = await portFor(home, 'bell');
  const program = path.join(home.folder, 'bell.mjs');
  fs.writeFileSync(
    program,
    `import http from 'node:http';
     if (!process.env.PORT) throw new Error('where?');
     http.createServer((_request, response) => response.end()).listen(process.env.PORT, '127.0.0.1');`,
  );
  const part = { name: 'bell', folder: 'packages/launcher', program, environment: () => ({ PORT: String(port) }) };
  const servers = { postgres: { url: 'postgres://127.0.0.1:1' } };
  const stack = new Stack(session, [part], { home, servers, secrets: {}, seed: 'none', ports: { bell: port } });
  await stack.start();
  keepStackOnRecord(stack);
  return stack;
}
