import fs from 'node:fs';
import path from 'node:path';
import { oneFailed } from './counts.mjs';
import { runTool } from './run-tool.mjs';

/** Runs node's own test runner on the Node that runs the launcher, and counts. */
export async function runNodeTests(session, { name, files, environment }) {
  const outputFile = path.join(session.home.run, `${name}.tap`);
  fs.rmSync(outputFile, { force: true });
  const status = await runTool(session, {
    command: process.execPath,
    args: ['--test', ...reporters(outputFile), ...files],
    environment,
  });
  return fs.existsSync(outputFile) ? countTap(fs.readFileSync(outputFile, 'utf8'), status) : oneFailed;
}

function reporters(outputFile) {
  return [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${outputFile}`],
  ];
}

function countTap(text, status) {
  const numberOf = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = numberOf('fail') + numberOf('cancelled');
  return { passed: numberOf('pass'), failed: status !== 0 && failed === 0 ? 1 : failed };
}
