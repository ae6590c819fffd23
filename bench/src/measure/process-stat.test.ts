import { expect, test } from '@jest/globals';
import { parseProcessStat } from './process-stat.js';

const fields = (name: string) =>
  `812 (${name}) S 640 812 812 0 -1 4194560 9137 4021 3 0 120 30 7 5 20 0 11 0 518260 1288491008 41211 0 0`;

test('the processor time is that of the process and of its ended children', () => {
  expect(parseProcessStat(fields('node'))).toEqual({ pid: 812, parent: 640, started: '518260', cpuMs: 1_620 });
});

test('a name may hold spaces and parentheses', () => {
  expect(parseProcessStat(fields('postgres: souk_orders (idle) x)'))).toMatchObject({ parent: 640, cpuMs: 1_620 });
});
