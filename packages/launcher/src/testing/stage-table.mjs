import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { commandTable } from '../commands/command-table.mjs';
import { compileWithReport, installWithReport } from '../install/prepare-software.mjs';
import { addCounts, countStatus, onePassed } from './counts.mjs';
import { runJest } from './run-jest.mjs';
import { runJourneys } from './run-journeys.mjs';
import { runNodeTests } from './run-node-tests.mjs';
import { runShortChaos } from './run-short-chaos.mjs';
import { checkWith, runTool } from './run-tool.mjs';
import { startTestServers } from './test-servers.mjs';

const sourceFolders = ['packages', 'subgraphs', 'router', 'schema', 'e2e', 'bench', 'chaos'];
const launcherTests = path.join(checkoutFolder, 'packages/launcher/test');
const coveredLines = 80;
const launcherCoverage = {
  sources: 'packages/launcher/src/**/*.mjs',
  tests: 'packages/launcher/test/**',
  lines: coveredLines,
};

/**
 * What `npm test` does, in order. name: what a person types to choose it; needs: stages without which it cannot
 * run; leavesRoom: takes one core or often waits, so that a neighbour of that kind may run beside it, and writes only
 * through the tools that it runs; run: gets the run's state (session, environment, patterns, onOutput) and gives back
 * { passed, failed }.
 */
export const stageTable = [
  { name: 'install', title: 'install', needs: [], run: ({ session }) => done(installWithReport(session)) },
  {
    name: 'compile',
    title: 'compile',
    needs: ['install'],
    run: ({ session }) => done(compileWithReport(session.signal)),
  },
  { name: 'servers', title: 'servers', needs: ['install'], run: startServers },
  // The longest first, so that the short ones fill the gap at the end.
  { name: 'lint', title: 'format and lint', needs: ['install'], leavesRoom: true, run: lint },
  {
    name: 'types',
    title: 'types',
    needs: ['install'],
    leavesRoom: true,
    run: (state) => checkWith(state, 'tsc', '-p', 'tsconfig.json'),
  },
  { name: 'schema', title: 'promises kept in schema/', needs: ['compile'], leavesRoom: true, run: checkSchema },
  { name: 'boundaries', title: 'import boundaries', needs: ['install'], leavesRoom: true, run: checkBoundaries },
  { name: 'unit', title: 'unit and integration', needs: ['servers'], run: runUnitTests },
  { name: 'e2e', title: 'e2e', needs: ['compile', 'servers'], run: runJourneys },
  { name: 'launcher', title: 'launcher', needs: ['install'], leavesRoom: true, run: runLauncherTests },
  { name: 'chaos', title: 'chaos, a short run', needs: ['compile'], leavesRoom: true, run: runShortChaos },
];

async function done(work) {
  await work;
  return onePassed;
}

async function startServers(state) {
  state.environment = await startTestServers(state.session);
  return onePassed;
}

async function checkSchema(state) {
  const [[command, ...args]] = commandTable['schema:check'].steps;
  return countStatus(await runTool(state, { command, args }));
}

async function lint(state) {
  return addCounts([await checkWith(state, 'biome', 'check'), await checkWith(state, 'oxlint')]);
}

function checkBoundaries(state) {
  return checkWith(state, 'depcruise', '--config', '.dependency-cruiser.mjs', ...sourceFolders);
}

function runUnitTests({ session, environment, patterns }) {
  return runJest(session, { name: 'unit', args: patterns.length > 0 ? patterns : coverageArguments(), environment });
}

// A goal over all sources says nothing about a part of the tests.
function coverageArguments() {
  return [
    ...[
      '--coverage',
      '--coverageDirectory=.local/coverage',
      '--coverageReporters=text-summary',
      '--coverageReporters=html',
    ],
    ...['subgraphs/*/src/**/*.ts', 'packages/*/src/**/*.ts'].map((glob) => `--collectCoverageFrom=${glob}`),
    ...['!**/*.test.ts', '!**/generated/**'].map((glob) => `--collectCoverageFrom=${glob}`),
    `--coverageThreshold=${JSON.stringify({ global: { lines: coveredLines } })}`,
  ];
}

function runLauncherTests(state) {
  const { patterns } = state;
  const files = fs.readdirSync(launcherTests).filter((name) => name.endsWith('.test.mjs'));
  const chosen = files.filter((name) => patterns.length === 0 || patterns.some((pattern) => name.includes(pattern)));
  return runNodeTests(state, {
    name: 'launcher',
    files: chosen.map((name) => path.join(launcherTests, name)),
    ...(patterns.length === 0 && { coverage: launcherCoverage }),
  });
}
