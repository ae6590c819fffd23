import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openHome } from '../src/home/open-home.mjs';
import { PlainError } from '../src/plain-error.mjs';
import { Session } from '../src/session/session.mjs';
import { chooseStages } from '../src/testing/choose-stages.mjs';
import { addCounts } from '../src/testing/counts.mjs';
import { countJest } from '../src/testing/run-jest.mjs';
import { canMeasure, runNodeTests } from '../src/testing/run-node-tests.mjs';
import { runStages } from '../src/testing/run-stages.mjs';
import { launch } from './support/launch.mjs';
import { temporaryFolder, temporaryHome } from './support/temporary-home.mjs';

const sideBySide = fileURLToPath(new URL('support/side-by-side.mjs', import.meta.url));
const needsMeasuring = { skip: canMeasure ? false : 'skipped: needs Node 22.8' };

const namesOf = ({ stages }) => stages.map(({ name }) => name);

test('stages are chosen by name together with what they need; other words are path patterns', () => {
  assert.equal(namesOf(chooseStages([])).at(-1), 'chaos');
  assert.deepEqual(namesOf(chooseStages(['types'])), ['install', 'types']);
  const chosen = chooseStages(['unit', 'subgraphs/orders']);
  assert.deepEqual(namesOf(chosen), ['install', 'servers', 'unit']);
  assert.deepEqual(chosen.patterns, ['subgraphs/orders']);
});

test('counts are added up; a stage that throws fails, and what needs it is not run', async () => {
  const session = { signal: new AbortController().signal };
  const stages = [
    { name: 'a', title: 'a', needs: [], run: async () => ({ passed: 3, failed: 1 }) },
    { name: 'b', title: 'b', needs: [], run: () => Promise.reject(new PlainError('no')) },
    { name: 'c', title: 'c', needs: ['b'], run: () => assert.fail('ran without what it needs') },
    { name: 'd', title: 'd', needs: [], run: async () => ({ passed: 2, failed: 0 }) },
  ];
  assert.deepEqual(addCounts(await runStages(stages, { session })), { passed: 5, failed: 3 });
});

test('stages that take one core run two at a time, and the output of each is whole', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [sideBySide], { encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout.trimEnd().split('\n').at(-1)), { mostAtOnce: 2, failed: [0, 1, 0] });
  for (const name of ['one', 'two', 'three'])
    assert.match(
      stdout,
      new RegExp(`── ${name} ─+\\n(output of ${name}\\n){40} *\\d.* s  ${name} +[01] passed, [01] failed, in `),
    );
});

test('a stage that runs beside nothing writes to the terminal at once, and one waits for what it needs', async () => {
  const session = { signal: new AbortController().signal };
  const order = [];
  const stageOf = (name, more) => ({
    name,
    title: name,
    needs: [],
    ...more,
    run: async (state) => {
      order.push([name, state.onOutput !== undefined]);
      return { passed: 1, failed: 0 };
    },
  });
  await runStages(
    [
      stageOf('a', { leavesRoom: true }),
      stageOf('b', { leavesRoom: true, needs: ['a'] }),
      stageOf('c', { leavesRoom: true }),
      stageOf('d'),
    ],
    { session },
  );
  assert.deepEqual(order, [
    ['a', false],
    ['b', true],
    ['c', true],
    ['d', false],
  ]);
});

test("jest's counts include files that could not run and goals that were missed", () => {
  const result = { numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
  assert.deepEqual(countJest(result, 1), { passed: 7, failed: 3 });
  assert.deepEqual(countJest({ ...result, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }, 1), {
    passed: 7,
    failed: 1,
  });
  assert.deepEqual(countJest({ ...result, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }, 0), {
    passed: 7,
    failed: 0,
  });
  assert.deepEqual(countJest(null, 0), { passed: 0, failed: 1 });
});

test("node's own tests are counted, and the shop's environment does not reach them", async (t) => {
  const session = sessionOf(t);
  t.after(() => {
    delete process.env.DATABASE_URL;
  });
  process.env.DATABASE_URL = 'postgres://elsewhere';
  const file = path.join(temporaryFolder(), 'sample.test.mjs');
  t.after(() => fs.rmSync(path.dirname(file), { recursive: true }));
  fs.writeFileSync(
    file,
    `import { test } from 'node:test';
     test('a sample that passes', () => { if (process.env.DATABASE_URL) throw new Error('leaked'); });
     test('a sample that fails on purpose', () => { throw new Error('on purpose'); });
     test('a sample that is skipped', { skip: true }, () => {});`,
  );
  assert.deepEqual(await runNodeTests({ session }, { name: 'sample', files: [file], environment: {} }), {
    passed: 1,
    failed: 1,
  });
});

test('too little coverage counts as failed, and what processes run is covered', needsMeasuring, async (t) => {
  const session = sessionOf(t);
  const folder = fs.realpathSync(temporaryFolder());
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const [source, file] = ['source.mjs', 'sample.test.mjs'].map((name) => path.join(folder, name));
  fs.writeFileSync(source, `if (process.argv[2] === 'all') {\n${'  console.log(1);\n'.repeat(8)}}\n`);
  const coverage = { sources: `${folder}/*.mjs`, tests: file, lines: 80 };
  const runWith = (argument) => {
    fs.writeFileSync(
      file,
      `import { spawnSync } from 'node:child_process';
       import { test } from 'node:test';
       test('a sample that runs a program', () => { spawnSync(process.execPath, ['${source}', '${argument}']); });`,
    );
    return runNodeTests({ session }, { name: 'sample', files: [file], environment: {}, coverage });
  };
  assert.deepEqual(await runWith('little'), { passed: 1, failed: 1 });
  assert.deepEqual(await runWith('all'), { passed: 1, failed: 0 });
});

test('npm test ends with one line that sums up, after everything was stopped', async (t) => {
  const launcher = launch(t, { command: 'test', args: ['servers'], home: temporaryHome(t) });
  assert.equal(await launcher.ended(), 0);
  assert.match(launcher.output, /install +1 passed, 0 failed, in \d+\.\d s/);
  assert.equal(launcher.output.trimEnd().split('\n').at(-1), '2 passed, 0 failed');
});

test('an interrupted npm test does not pretend to have a result', async (t) => {
  const launcher = launch(t, { command: 'test', args: ['servers'], home: temporaryHome(t) });
  await launcher.says(/── install/);
  assert.equal(await launcher.stop('SIGINT'), 130);
  assert.doesNotMatch(launcher.output, /passed, \d+ failed$/);
});

function sessionOf(t) {
  let session;
  t.after(() => session.close());
  process.env.SOUK_HOME = temporaryHome(t);
  session = new Session(openHome('test'), 'a test');
  delete process.env.SOUK_HOME;
  return session;
}
