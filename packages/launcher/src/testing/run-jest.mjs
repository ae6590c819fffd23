import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { readJson } from '../home/json-file.mjs';
import { addCounts, oneFailed } from './counts.mjs';
import { binaryFolder, runTool } from './run-tool.mjs';

const jest = path.join(checkoutFolder, 'node_modules/jest/bin/jest.js');

/** Runs jest and counts its tests; a file that cannot run and a missed coverage goal count as failed. */
export async function runJest(session, { name, args, environment }) {
  const outputFile = path.join(session.home.run, `jest-${name}.json`);
  fs.rmSync(outputFile, { force: true });
  const status = await runTool(
    { session },
    {
      command: path.join(binaryFolder, 'node'),
      args: [jest, '--json', `--outputFile=${outputFile}`, ...args],
      environment: { ...environment, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    },
  );
  return countJest(readJson(outputFile, null), status);
}

/** Counts from what jest wrote and how it ended. */
export function countJest(result, status) {
  if (!result) return oneFailed;
  const counts = addCounts([
    { passed: result.numPassedTests, failed: result.numFailedTests },
    { passed: 0, failed: result.numRuntimeErrorTestSuites },
  ]);
  const isUnexplained = status !== 0 && counts.failed === 0;
  return isUnexplained ? { ...counts, failed: 1 } : counts;
}
