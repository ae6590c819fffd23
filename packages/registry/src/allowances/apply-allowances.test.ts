import { expect, test } from '@jest/globals';
import type { Finding } from '../checks/finding.js';
import { applyAllowances } from './apply-allowances.js';
import type { WrittenAllowance } from './read-allowances.js';

const allowance: WrittenAllowance = {
  code: 'FIELD_REMOVED',
  coordinate: 'Order.total',
  who: 'orders',
  why: 'Nobody has ever asked for it.',
  until: '2026-06-30',
  line: 3,
};

function aFinding(more: Partial<Finding> = {}): Finding {
  return { check: 'api', level: 'error', code: 'FIELD_REMOVED', coordinate: 'Order.total', message: 'Gone.', ...more };
}

function applyTo(finding: Finding) {
  const stage = { name: finding.check, title: 'Stage', findings: [finding], tookMs: 1 };
  const [marked, allowances] = applyAllowances([stage], [allowance]);
  return { finding: marked?.findings[0], remarks: allowances?.findings };
}

test('what is allowed by name is a warning that names the allowance', () => {
  expect(applyTo(aFinding())).toEqual({ finding: aFinding({ level: 'warning', allowance }), remarks: [] });
});

test.each([
  ['about something else', aFinding({ coordinate: 'Shipment.carrier' })],
  ['that is no error', aFinding({ level: 'note' })],
  ['of composition', aFinding({ check: 'composition' })],
  ['of generated files', aFinding({ check: 'generated' })],
])('a finding %s stays what it was, and the allowance is remarked on', (_what, finding) => {
  expect(applyTo(finding)).toEqual({
    finding,
    remarks: [
      {
        check: 'allowances',
        level: 'warning',
        code: 'ALLOWANCE_NOT_NEEDED',
        coordinate: 'Order.total',
        message: 'Nothing is refused that the allowance of FIELD_REMOVED is for.',
        fix: 'Remove the entry.',
        file: 'schema/allowances.yaml',
        line: 3,
      },
    ],
  });
});

test.each([
  ['code', aFinding({ code: 'FIELD_TYPE_CHANGED' }), 'code FIELD_TYPE_CHANGED and coordinate "Order.total"'],
  ['coordinate', aFinding({ coordinate: 'Order.totals' }), 'code FIELD_REMOVED and coordinate "Order.totals"'],
])('of an entry with a mistyped %s it is said what is refused', (_what, finding, meant) => {
  expect(applyTo(finding)).toMatchObject({
    finding: { level: 'error' },
    remarks: [{ fix: `If it is for what is refused here, write ${meant}; if not, remove the entry.` }],
  });
});
