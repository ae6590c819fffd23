import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';

interface Violation {
  from: string;
  rule: { name: string };
}

const root = join(import.meta.dirname, '../../..');
const fixtures = readdirSync(join(root, 'packages/boundaries/fixtures')).sort();
let violations: Violation[];
let ruleNames: string[];

beforeAll(async () => {
  const { default: rules } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  ruleNames = rules.forbidden.map((rule) => rule.name).sort();
  violations = cruiseFixtures();
});

function cruiseFixtures(): Violation[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = 'packages/boundaries/fixtures.config.mjs';
  const options = ['--config', config, '--output-type', 'json', 'packages/boundaries/fixtures'];
  const { stdout } = spawnSync(process.execPath, [program, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** A rule that holds in several places has a fixture for each: `rule`, `rule.place`. */
const ruleOf = (fixture: string) => fixture.split('.')[0] ?? fixture;

test('every import rule has a fixture that breaks it', () => {
  expect([...new Set(fixtures.map(ruleOf))]).toEqual(ruleNames);
});

test.each(fixtures)('%s is refused by its rule', (fixture) => {
  const broken = violations.filter(({ from }) => from.startsWith(`packages/boundaries/fixtures/${fixture}/`));
  expect(broken.map((violation) => violation.rule.name)).toContain(ruleOf(fixture));
});
