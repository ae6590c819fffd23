import { expect, test } from '@jest/globals';
import { aCheck, anOutcome, aResult, aSeries, findingsOf } from '../../../test/outcomes.js';
import { mutants } from '../../mutants/mutant-table.js';
import type { ChaosOutcome } from '../../run/chaos-outcome.js';
import type { FlashSaleFigures } from '../parts/bench-figures.js';
import { goalsOf, isMissed } from './goals.js';
import { renderDocument } from './render-document.js';

const runsOf = (...outcomes: ChaosOutcome[]) =>
  findingsOf({
    runs: aSeries(...outcomes.map((outcome) => aResult('runs', outcome, { size: { seed: outcome.plan.seed } }))),
  });
const withSeed = (seed: string) => ({ ...anOutcome().plan, seed });
const goalCalled = (findings: Parameters<typeof goalsOf>[0], name: string) =>
  goalsOf(findings).find(({ goal }) => goal.name === name)!;
/** The line of a table that begins with these cells. */
const rowOf = (document: string, ...cells: string[]) =>
  document.split('\n').find((line) => line.startsWith(`| ${cells.join(' | ')} |`));

test('where nothing was measured, every goal says so and none is missed', () => {
  const document = renderDocument(findingsOf({}));
  const goals = goalsOf(findingsOf({}));
  expect(document).toContain(`Of ${goals.length} goals, 0 are met, 0 missed and ${goals.length} not measured.`);
  expect(goals.filter(isMissed)).toEqual([]);
});

test('a part that was not measured says so beside those that were', () => {
  const document = renderDocument(runsOf(anOutcome()));
  expect(document).toContain('soak: This was not measured.');
  expect(rowOf(document, 'soak', 'breaches of any kind')).toContain('not measured');
});

test('a breach is told in words, under each that its check stands for, with its seed', () => {
  const violation = { invariant: 'I3' as const, sentence: 'placeOrder k had 2 effects.', evidence: {} };
  const document = renderDocument(runsOf(anOutcome({ plan: withSeed('7'), violations: [violation] })));
  expect(rowOf(document, 'lost', '1')).toBeDefined();
  expect(rowOf(document, 'doubled', '1')).toBeDefined();
  expect(rowOf(document, 'oversold', '0')).toBeDefined();
  expect(rowOf(document, 'runs', 'doubled')).toContain('**MISSED**');
  expect(document).toContain('- I3, seed 7: placeOrder k had 2 effects.');
});

test('fewer runs than hoped for are a missed goal, and shorter ones do not count', () => {
  const short = anOutcome({ plan: { ...withSeed('2'), minutes: 0.2 } });
  const findings = runsOf(anOutcome(), short);
  const runs = goalCalled(findings, 'runs of at least 90 s of faults, each with its own seed');
  expect(runs.goal.measured).toBe(1);
  expect(isMissed(runs)).toBe(true);
});

test('a shop that never came to rest missed its goal', () => {
  const findings = runsOf(
    anOutcome({ checks: [aCheck({ restMs: 2_000, firstOrderMs: 500 })] }),
    anOutcome({ checks: [aCheck({ restMs: null, firstOrderMs: 700 })] }),
  );
  const rest = goalCalled(findings, 'from the last customer until nothing is under way, longest');
  expect(rest.goal.measured).toBe(Number.POSITIVE_INFINITY);
  expect(isMissed(rest)).toBe(true);
  expect(rowOf(renderDocument(findings), 'runs: from the last customer until nothing is under way')).toContain('never');
  expect(goalCalled(findings, 'from the last fault to the next order, longest').goal.measured).toBe(0.7);
});

test('the share of paid orders is that of all runs together', () => {
  const orders = anOutcome().orders;
  const findings = runsOf(
    anOutcome({ orders: { ...orders, due: 10, paid: 5 } }),
    anOutcome({ orders: { ...orders, due: 90, paid: 90 } }),
  );
  expect(goalCalled(findings, 'orders paid, of those that nobody had a reason to cancel').goal.measured).toBe(95);
});

test('recovery is told from every kill of all runs, and a component that stayed away misses the goal', () => {
  const row = { p50Ms: 0, p95Ms: 0, maxMs: 0, unfinished: 0 };
  const recovery = (...ms: number[]) => [{ component: 'cart', times: ms.length, ms, ...row }];
  const away = [{ component: 'nats', times: 0, ms: [], ...row, unfinished: 1 }];
  const findings = findingsOf({
    recovery: aSeries(
      aResult('recovery', anOutcome({ recovery: recovery(1_000, 2_000) })),
      aResult('recovery', anOutcome({ recovery: [...recovery(9_000), ...away] })),
    ),
  });
  const document = renderDocument(findings);
  expect(rowOf(document, 'cart', '3', '2.0', '9.0', '9.0', '0')).toBeDefined();
  expect(rowOf(document, 'recovery', 'kills after which it never worked again')).toContain('MISSED');
});

test('a mutant that got through is named, and so is what gave the others away', () => {
  const [first, second] = mutants;
  const caught = { mutant: first!.name, breaks: 'one', runs: 2, brokenBy: ['I5'] };
  const survivor = { mutant: second!.name, breaks: 'two', runs: 20, brokenBy: [] };
  const findings = findingsOf({ mutants: aSeries(aResult('mutants', caught), aResult('mutants', survivor)) });
  const document = renderDocument(findings);
  expect(rowOf(document, first!.name, '2', 'I5')).toBeDefined();
  expect(rowOf(document, second!.name, '20', '**nothing**')).toBeDefined();
  expect(isMissed(goalCalled(findings, 'mutants caught'))).toBe(true);
});

test('a flash sale that leaves a unit although somebody was refused has undersold', () => {
  const rush = { paid: 499, outOfStock: 2_501, otherwise: 0, wronglyCharged: 0, wronglyPaid: 0, left: 1, retries: 0 };
  const figures = {
    size: { buyers: 3_000, units: 500, atOnce: 64 },
    take: { perSecond: 3_000, latency: null },
    reserve: { perSecond: 900, latency: null },
    rush: { ...rush, seconds: 10, imbalances: 0, placeOrder: null, untilPaid: null, untilRefused: null },
  } as unknown as FlashSaleFigures;
  const findings = findingsOf({ 'flash-sale': aSeries(aResult('flash-sale', figures)) });
  const document = renderDocument(findings);
  expect(goalsOf(findings)).toHaveLength(goalsOf(findingsOf({})).length);
  expect(rowOf(document, 'flash-sale', 'undersold')).toContain('**MISSED**');
  expect(rowOf(document, 'flash-sale', 'oversold')).toContain('met');
});

test('beside each figure stands its commit, and what is in none is told', () => {
  const changed = { commit: 'fedcba9876543210', changes: 'abcd1234' };
  const document = renderDocument(
    findingsOf({
      runs: aSeries(aResult('runs', anOutcome())),
      soak: aSeries(aResult('soak', anOutcome(), { source: changed })),
    }),
  );
  expect(rowOf(document, 'runs', 'lost')).toContain('`0123456789`');
  expect(rowOf(document, 'soak', 'breaches of any kind')).toContain('`fedcba9876+abcd1234`');
});

test('what came to no verdict is told, and how much of what was asked for is there', () => {
  const failures = [{ task: 'seed-2', at: '2026-01-02T03:04:05Z', message: 'No order was placed within 60 s.' }];
  const runs = { ...aSeries(aResult('runs', anOutcome(), { size: { seed: 1 } })), asked: 2, failures };
  const document = renderDocument(findingsOf({ runs }));
  expect(document).toContain('1 of 2 results, seed 1');
  expect(document).toContain('- seed-2, 2026-01-02 03:04: No order was placed within 60 s.');
});

test('fault points that were never hit are named, and faults are counted by kind', () => {
  const fault = { id: 1, kind: 'kill-process', target: 'cart', atMs: 0, durationMs: 1, detail: {} };
  const plan = { ...anOutcome().plan, faults: [fault, { ...fault, id: 2 }] };
  const hit = { point: 'relay.afterPublishBeforeMark', action: 'exit', pid: 1, at: 0 };
  const document = renderDocument(runsOf(anOutcome({ plan, faultPointHits: [hit] })));
  expect(rowOf(document, 'kill-process', '2')).toBeDefined();
  expect(rowOf(document, 'relay.afterPublishBeforeMark', '1')).toBeDefined();
  expect(document).toMatch(/Never hit: consumer\.afterCommitBeforeAck/);
  expect(document).not.toContain('/somewhere');
});

test('the command that measures the same again stands in the document', () => {
  const findings = findingsOf({
    runs: aSeries(
      aResult('runs', anOutcome(), { size: { seed: 3, minutes: 0.5, 'orders-per-second': 2 } }),
      aResult('runs', anOutcome(), { size: { seed: 4, minutes: 0.5, 'orders-per-second': 2 } }),
    ),
  });
  const document = renderDocument(findings);
  expect(document).toContain('`npm run reliability -- runs --seeds 3-4 --minutes 0.5 --orders-per-second 2`');
});
