import fs from 'node:fs';
import path from 'node:path';
import { oneFailed } from './counts.mjs';
import { runTool } from './run-tool.mjs';

/** Whether this Node can say how much of the sources ran; that of an older host cannot. */
export const canMeasure = process.allowedNodeEnvironmentFlags.has('--test-coverage-lines');

// Files mostly wait for what they start; of themselves they would run one after the other on two cores.
const filesAtOnce = knowsConcurrency() ? ['--test-concurrency=3'] : [];

/**
 * Runs node's own test runner on the Node that runs the launcher, and counts. coverage: { sources, tests, lines } asks
 * that this percentage of the sources' lines runs, in the tests or in processes that they start; missing it counts as
 * failed.
 */
export async function runNodeTests(state, { name, files, environment, coverage }) {
  const outputFile = path.join(state.session.home.run, `${name}.tap`);
  fs.rmSync(outputFile, { force: true });
  const status = await runTool(state, {
    command: process.execPath,
    args: [
      '--test',
      ...filesAtOnce,
      ...reporters(outputFile),
      ...(coverage && canMeasure ? measuring(coverage) : []),
      ...files,
    ],
    environment,
  });
  return fs.existsSync(outputFile) ? countTap(fs.readFileSync(outputFile, 'utf8'), status) : oneFailed;
}

function knowsConcurrency() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 20 || minor >= 10;
}

function reporters(outputFile) {
  return [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${outputFile}`],
  ];
}

// Without the second, whatever is named like a test would count as one.
function measuring({ sources, tests, lines }) {
  return [
    ...['--experimental-test-coverage', `--test-coverage-include=${sources}`, `--test-coverage-exclude=${tests}`],
    `--test-coverage-lines=${lines}`,
  ];
}

function countTap(text, status) {
  const numberOf = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = numberOf('fail') + numberOf('cancelled');
  return { passed: numberOf('pass'), failed: status !== 0 && failed === 0 ? 1 : failed };
}
