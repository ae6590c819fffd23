import { expect, test } from '@jest/globals';
import { aReport } from '../../test/builders/a-report.js';
import { toJson } from './to-json.js';

test('a report for programs has the verdict, the sums, the stages and every finding as it was found', () => {
  const report = aReport();
  expect(JSON.parse(toJson(report))).toEqual({
    verdict: 'refused',
    base: '0123456789abcdef0123456789abcdef01234567',
    counts: { error: 1, warning: 1, note: 1 },
    tookMs: 1_500,
    preparationMs: 1_250,
    stages: [
      { name: 'api', tookMs: 40, error: 1, warning: 1, note: 0 },
      { name: 'operations', tookMs: 210, error: 0, warning: 0, note: 1 },
    ],
    findings: report.results.flatMap(({ findings }) => findings),
  });
});

test('without errors it passes', () => {
  expect(JSON.parse(toJson(aReport([]))).verdict).toBe('passed');
});
