import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
const aggregates = globSync('subgraphs/*/src/domain/*.ts', { cwd: root }).flatMap(aggregatesIn).sort();
const onlyItself = (name: string) => `Only ${name} itself makes one, in a method that says what happens.`;
const onlyConfig = 'Read the environment in config.ts only, and pass the values on.';
const longFunction = `function long() {\n${'  long();\n'.repeat(40)}}\nlong();\n`;

const cases = {
  'a use case that makes aggregates': [
    'subgraphs/orders/src/use-cases/place-order.ts',
    aggregates.map((name) => `new ${name}();\n`).join(''),
    aggregates.map(onlyItself),
  ],
  'another class in the domain that makes an order': [
    'subgraphs/orders/src/domain/order-status.ts',
    'class Basket { place() { return new Order(); } }',
    [onlyItself('Order')],
  ],
  'an order that makes itself': [
    'subgraphs/orders/src/domain/order.ts',
    'class Order { static place() { return new Order(); } }',
    [],
  ],
  'a test that makes an order': ['subgraphs/orders/src/domain/order.test.ts', 'new Order();', []],
  'a table that makes an order': ['subgraphs/orders/src/persistence/order.schema.ts', 'new Order();', []],
  'a journey that reads the environment': ['e2e/src/goods.ts', 'process.env;', [onlyConfig]],
  'a bench that reads the environment': ['bench/src/main.ts', 'process.env;', [onlyConfig]],
  'a configuration that reads the environment': ['e2e/src/config.ts', 'process.env;', []],
  'a long function of the launcher': [
    'packages/launcher/src/long.mjs',
    longFunction,
    [expect.stringMatching(/too many lines \(42\)/)],
  ],
  'a long file of the launcher': [
    'packages/launcher/src/long-file.mjs',
    'void 0;\n'.repeat(251),
    [expect.stringMatching(/File has too many lines \(251\)/)],
  ],
  'a long test of the launcher': ['packages/launcher/test/long.test.mjs', longFunction, []],
  'a promise that nobody waits for': [
    'router/src/late.ts',
    'async function late() {}\nlate();\n',
    [expect.stringMatching(/^Promises must be awaited/)],
  ],
  'a promise taken for its value': [
    'router/src/true.ts',
    'async function late() { return false; }\nexport const isTrue = () => (late() ? 1 : 2);\n',
    [expect.stringMatching(/^Expected non-Promise value in a boolean conditional/)],
  ],
  'a type imported as a value': [
    'router/src/type.ts',
    "import { Server } from 'node:net';\nexport const portOf = (server: Server) => server.address();\n",
    [expect.stringMatching(/only used as types/)],
  ],
} satisfies Record<string, [file: string, text: string, told: unknown[]]>;

let told: Map<string, string[]>;

beforeAll(() => {
  told = lintAll();
}, 120_000);

function aggregatesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/class (\w+) extends AggregateRoot\b/g)].map(([, name]) => name!);
}

/** Writes the texts into an empty checkout with our rules; gives back what is said of each. */
function lintAll(): Map<string, string[]> {
  const checkout = mkdtempSync(join(tmpdir(), 'souk-lint-'));
  try {
    for (const part of ['oxlint.config.mts', 'tsconfig.json', 'packages/boundaries/src']) {
      cpSync(join(root, part), join(checkout, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    for (const [file, text] of Object.values(cases)) {
      mkdirSync(dirname(join(checkout, file)), { recursive: true });
      writeFileSync(join(checkout, file), text);
    }
    return saidOf(checkout);
  } finally {
    rmSync(checkout, { recursive: true });
  }
}

function saidOf(checkout: string): Map<string, string[]> {
  const files = Object.values(cases).map(([file]) => file);
  const options = { cwd: checkout, encoding: 'utf8' } as const;
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', ...files], options);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string }[] };
  const saidIn = (file: string) =>
    diagnostics.filter(({ filename }) => filename === file).map(({ message }) => message);
  return new Map(Object.entries(cases).map(([name, [file]]) => [name, saidIn(file)]));
}

test('there are aggregates to guard', () => {
  expect(aggregates).toContain('Order');
});

test.each(Object.entries(cases))('lint judges %s', (name, [, , expected]) => {
  expect(told.get(name)).toEqual(expected);
});
