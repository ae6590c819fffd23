import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readRunningStack } from './running-stack.js';

const identity = (pid: number) => ({ pid, started: `32a420d9-${pid}00`, url: 'http://127.0.0.1', label: 'x' });

test('the record of a running shop gives its processes, router first, and its databases', () => {
  const stack = read({
    ...identity(1),
    processes: { nats: identity(5), cart: identity(3), accounts: identity(2), router: identity(4) },
    environments: {
      router: { NATS_URL: 'nats://127.0.0.1:4222' },
      cart: { DATABASE_URL: 'postgres://127.0.0.1/souk_cart', REDIS_URL: 'redis://127.0.0.1' },
    },
  });
  expect(stack.processes.map(({ name }) => name)).toEqual(['router', 'accounts', 'cart', 'nats', 'launcher']);
  expect(stack.processes[0]).toEqual({ name: 'router', pid: 4, started: '400' });
  expect(stack).toMatchObject({
    databases: { cart: 'postgres://127.0.0.1/souk_cart' },
    natsUrl: 'nats://127.0.0.1:4222',
    redisUrl: 'redis://127.0.0.1',
  });
});

test('a record of another form is refused', () => {
  expect(() => read({ url: 'http://127.0.0.1:4000/graphql' })).toThrow('processes');
});

function read(record: object) {
  const folder = mkdtempSync(path.join(tmpdir(), 'souk-bench-'));
  const file = path.join(folder, 'stack.json');
  writeFileSync(file, JSON.stringify(record));
  try {
    return readRunningStack(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
