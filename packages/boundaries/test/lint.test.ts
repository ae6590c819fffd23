import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
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
    'packages/launcher/src/long.mjs',
    'void 0;\n'.repeat(251),
    [expect.stringMatching(/File has too many lines \(251\)/)],
  ],
  'a long test of the launcher': ['packages/launcher/test/long.test.mjs', longFunction, []],
} satisfies Record<string, [file: string, text: string, told: unknown[]]>;

let told: Map<string, string[]>;

beforeAll(() => {
  told = lintAll();
}, 120_000);

function aggregatesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/class (\w+) extends AggregateRoot\b/g)].map(([, name]) => name!);
}

/** All in one process, for it takes long to begin. */
function lintAll(): Map<string, string[]> {
  const input = JSON.stringify(Object.values(cases).map(([file, text]) => [file, text]));
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'lint-texts.mjs')], {
    input,
    encoding: 'utf8',
  });
  const answers = JSON.parse(stdout) as string[][];
  return new Map(Object.keys(cases).map((name, index) => [name, answers[index]!]));
}

test('there are aggregates to guard', () => {
  expect(aggregates).toContain('Order');
});

test.each(Object.entries(cases))('lint judges %s', (name, [, , expected]) => {
  expect(told.get(name)).toEqual(expected);
});
