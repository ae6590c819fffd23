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

test('every import rule has a fixture that breaks it', () => {
  expect(fixtures).toEqual(ruleNames);
});

test.each(fixtures)('the rule %s refuses its fixture', (rule) => {
  const broken = violations.filter(({ from }) => from.startsWith(`packages/boundaries/fixtures/${rule}/`));
  expect(broken.map((violation) => violation.rule.name)).toContain(rule);
});
