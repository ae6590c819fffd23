import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { readConfig as readCarrierEmulatorConfig } from '../packages/carrier-emulator/src/config.js';
import { readConfig as readMailInboxConfig } from '../packages/mail-inbox/src/config.js';
import { readConfig as readStripeEmulatorConfig } from '../packages/stripe-emulator/src/config.js';
import { readRouterConfig } from '../router/src/config.js';
import { readAccountsConfig } from '../subgraphs/accounts/src/config.js';
import { readCartConfig } from '../subgraphs/cart/src/config.js';
import { readCatalogConfig } from '../subgraphs/catalog/src/config.js';
import { readInventoryConfig } from '../subgraphs/inventory/src/config.js';
import { readNotificationsConfig } from '../subgraphs/notifications/src/config.js';
import { readOrdersConfig } from '../subgraphs/orders/src/config.js';
import { readPaymentsConfig } from '../subgraphs/payments/src/config.js';
import { readShippingConfig } from '../subgraphs/shipping/src/config.js';
import { environmentOf, readServices, readText, wishesOf } from './test/compose-file.js';

/** How each process of ours reads its environment, by folder. */
const readers: [string, () => unknown][] = [
  ['router', readRouterConfig],
  ['subgraphs/accounts', readAccountsConfig],
  ['subgraphs/cart', readCartConfig],
  ['subgraphs/catalog', readCatalogConfig],
  ['subgraphs/inventory', readInventoryConfig],
  ['subgraphs/notifications', readNotificationsConfig],
  ['subgraphs/orders', readOrdersConfig],
  ['subgraphs/payments', readPaymentsConfig],
  ['subgraphs/shipping', readShippingConfig],
  ['packages/carrier-emulator', () => readCarrierEmulatorConfig()],
  ['packages/mail-inbox', () => readMailInboxConfig()],
  ['packages/stripe-emulator', () => readStripeEmulatorConfig()],
];

const isSecret = /PASSWORD|SECRET|PRIVATE|AUTH|API_KEY/;
const harmless = ['PORT', 'SEED'];

const folder = mkdtempSync(path.join(tmpdir(), 'souk-compose-'));
const secretsFile = path.join(folder, '.env');
const firstWriting = writeSecrets();
const secrets = parseEnv(readFileSync(secretsFile, 'utf8'));
const services = readServices();
const ours = [...services].filter(([, { build }]) => build);
const dockerfile = readText('deploy/Dockerfile');

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(readers)('the environment of %s is what its config.ts demands', (place, read) => {
  const service = serviceIn(place);
  for (const seed of ['none', 'demo']) {
    jest.replaceProperty(process, 'env', environmentOf(service, { ...secrets, SEED: seed }));
    expect(read).not.toThrow();
  }
});

test.each(readers)('%s runs as in production, or refuses to because it only emulates', (place) => {
  const expected = place.startsWith('packages/') ? 'development' : 'production';
  expect(environmentOf(serviceIn(place), secrets)).toMatchObject({ NODE_ENV: expected, HOST: '0.0.0.0', PORT: '4000' });
});

test('each subgraph has its service', () => {
  const folders = readdirSync(new URL('../subgraphs', import.meta.url)).map((name) => `subgraphs/${name}`);
  expect(readers.map(([place]) => place)).toEqual(expect.arrayContaining(folders));
});

test('a secret that is missing is an error', () => {
  const service = serviceIn('subgraphs/payments');
  expect(() => environmentOf(service, { ...secrets, STRIPE_SECRET_KEY: '' })).toThrow('STRIPE_SECRET_KEY');
});

test('the secrets are readable by their owner only, and never written over', () => {
  expect(firstWriting.status).toBe(0);
  expect(statSync(secretsFile).mode & 0o777).toBe(0o600);
  const second = writeSecrets();
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('exists and is left as it is');
  expect(parseEnv(readFileSync(secretsFile, 'utf8'))).toEqual(secrets);
});

test('what must be given is what compose:secrets writes', () => {
  const required = allWishes().filter(({ isRequired }) => isRequired);
  expect([...new Set(required.map(({ name }) => name))].sort()).toEqual(Object.keys(secrets).sort());
});

test('nothing but harmless variables has a default', () => {
  for (const { name, isRequired } of allWishes()) expect(isRequired || harmless.includes(name)).toBe(true);
});

test('no secret is written into the file', () => {
  for (const [name, text] of allVariables()) {
    if (isSecret.test(name)) expect(text).toMatch(/^\$\{\w+:\?[^}]*\}$/);
    const [, password] = /^\w+:\/\/[^:@/]*:([^@]*)@/.exec(text) ?? [];
    if (password !== undefined) expect(password).toMatch(/^\$\{\w+:\?[^}]*\}$/);
  }
});

test('what is published is published on the loopback address only', () => {
  const ports = [...services.values()].flatMap((service) => service.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('each image is pinned to a version', () => {
  const foreign = [...services.values()].filter(({ build }) => !build).map(({ image }) => image);
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  for (const image of [...foreign, ...bases]) expect(image).toMatch(/^[a-z]+:\d+\.\d+/);
});

test('the image has the Node and the pnpm that the repository names', () => {
  const { packageManager, devDependencies } = JSON.parse(readText('package.json'));
  const bases = [...dockerfile.matchAll(/^FROM node:([\d.]+)/gm)].map(([, version]) => version);
  expect(new Set(bases)).toEqual(new Set([devDependencies.node]));
  expect(dockerfile).toContain(`npm install --global ${packageManager}\n`);
});

test('the processes do not run as root', () => {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect([...lastStage.matchAll(/^USER (\S+)/gm)].at(-1)?.[1]).toBe('node');
  for (const [, service] of ours) expect(service).not.toHaveProperty('user');
});

test('whom a service waits for says when it is ready', () => {
  const waits = [...services.values()].flatMap((service) => Object.entries(service.depends_on ?? {}));
  for (const [name, { condition }] of waits) {
    const awaited = services.get(name);
    const saysReady = Boolean(awaited?.build || awaited?.healthcheck) && !awaited?.healthcheck?.disable;
    expect([name, condition]).toEqual([name, saysReady ? 'service_healthy' : 'service_completed_successfully']);
  }
});

function serviceIn(place: string) {
  const found = ours.find(([, { command }]) => command?.join(' ') === `node ${place}/dist/src/main.js`);
  if (!found) throw new Error(`No service runs ${place}.`);
  return found[1];
}

function allVariables(): [string, string][] {
  const entries = [...services.values()].flatMap(({ environment }) => Object.entries(environment ?? {}));
  return entries.map(([name, value]) => [name, String(value ?? '')]);
}

function allWishes() {
  return wishesOf(JSON.stringify([...services.values()]));
}

function writeSecrets() {
  const program = fileURLToPath(new URL('write-secrets.mjs', import.meta.url));
  return spawnSync(process.execPath, [program, secretsFile], { encoding: 'utf8' });
}
