import { expect, test } from '@jest/globals';
import { aReport } from '../../test/builders/a-report.js';
import type { Finding } from '../checks/finding.js';
import { listed } from './listed.js';

const about = (code: string, more: Partial<Finding> = {}): Finding => ({
  check: 'api',
  level: 'error',
  code,
  coordinate: 'Order.total',
  message: 'So it is.',
  ...more,
});

test('what one command makes current comes behind what has to be mended', () => {
  const report = aReport([about('NOT_CURRENT', { check: 'generated' }), about('FIELD_REMOVED')]);
  expect(listed(report, 'error').map(({ code }) => code)).toEqual(['FIELD_REMOVED', 'NOT_CURRENT']);
});

test('the measures of many operations are one note behind the others', () => {
  const planned = about('OPERATION_PLANNED', { check: 'operations', level: 'note', coordinate: 'web@1.4.0 Find' });
  const report = aReport([planned, about('FIELD_ADDED', { level: 'note' })]);
  expect(listed(report, 'note').map(({ code, coordinate }) => `${code} ${coordinate}`)).toEqual([
    'FIELD_ADDED Order.total',
    'OPERATION_PLANNED 2 operations',
  ]);
});
