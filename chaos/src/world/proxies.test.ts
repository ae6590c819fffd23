import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  databaseNames,
  openHome,
  openSecrets,
  partTable,
  type StackContext,
  stackContext,
} from '@souk/launcher/harness';
import { connections, nameOf } from './connections.js';
import { Proxies } from './proxies.js';

const serverPorts = { postgres: 1_111, nats: 2_222, redis: 3_333 };
let folder: string;
let context: StackContext;
let proxies: Proxies;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'souk-proxies-'));
  const home = { ...openHome('chaos'), folder, run: folder, data: folder };
  const servers = Object.fromEntries(
    Object.entries(serverPorts).map(([name, port]) => [
      name,
      { name, label: name, url: `${name}://user:secret@127.0.0.1:${port}/x` },
    ]),
  );
  context = await stackContext({ home, servers, seed: 'demo' });
  expect(Object.keys(openSecrets(home).databasePasswords)).toEqual(databaseNames);
  proxies = await Proxies.open(home, context);
});

afterAll(async () => {
  await proxies.close();
  rmSync(folder, { recursive: true });
});

function environmentOf(name: string): Record<string, string> {
  const part = partTable.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`There is no part ${name}.`);
  return part.environment(proxies.contextOf(name, context));
}

test('no part is told where a server really listens', () => {
  for (const { name } of partTable) {
    const told = Object.values(environmentOf(name)).join(' ');
    for (const port of Object.values(serverPorts)) expect(`${name}: ${told}`).not.toContain(`:${port}`);
  }
});

test.each(connections)('$from reaches $to through their own proxy', ({ from, to }) => {
  const { port } = proxies.of(nameOf({ from, to }));
  expect(Object.values(environmentOf(from)).join(' ')).toContain(`:${port}`);
});

test('every part listens where it would without proxies', () => {
  for (const { name } of partTable) expect(environmentOf(name)['PORT']).toBe(String(context.ports[name]));
});

test('a pair that does not exist is refused, with those that do', () => {
  expect(() => proxies.of('cart>payments')).toThrow(/Nobody speaks over cart>payments; there are .*cart>redis/);
});
