import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { anOutcome, aResult, aSeries, findingsOf } from '../../../test/outcomes.js';
import { Published } from './published.js';

let folder: string;
let file: string;
let published: Published;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'souk-published-'));
  file = path.join(folder, 'reliability.json');
  published = new Published(file);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (measuredAt: string) => aSeries(aResult('runs', anOutcome(), { measuredAt }));
const monday = findingsOf({ runs: at('2026-11-23T10:00:00.000Z'), soak: aSeries(aResult('soak', anOutcome())) });
const tuesday = findingsOf({ runs: at('2026-11-24T10:00:00.000Z') });

test('what was published counts where nothing newer was measured here', () => {
  published.write(monday);
  expect(published.with(findingsOf({}))).toEqual(monday);
  expect(published.with(tuesday)).toEqual({ ...monday, runs: tuesday.runs });
});

test('what was measured here before counts no more when somebody published since', () => {
  published.write(tuesday);
  expect(published.with(monday).runs).toEqual(tuesday.runs);
  expect(published.with(monday).soak).toEqual(monday.soak);
});

test('nothing, or results of another form, is not measured', () => {
  expect(published.with(findingsOf({}))).toEqual(findingsOf({}));
  writeFileSync(file, '{"form": 0, "runs": {"asked": 1, "failures": [], "done": []}}');
  expect(published.with(findingsOf({}))).toEqual(findingsOf({}));
});

test('a result is a line, so that a change of the file shows what was measured anew', () => {
  published.write(monday);
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('"measuredAt"'))).toHaveLength(2);
});
