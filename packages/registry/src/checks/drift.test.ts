import { expect, test } from '@jest/globals';
import { driftFindings, problemFindings } from './drift.js';

test('what is not as the code says is refused in one piece, with the files and the command that mends them', () => {
  const drift = {
    changed: [{ path: 'schema/api.graphql', content: '' }],
    missing: [{ path: 'schema/asyncapi.json', content: '' }],
    left: ['schema/event-schemas/orders.order.lost.v1.json'],
  };
  expect(driftFindings(drift)).toEqual([
    {
      check: 'generated',
      level: 'error',
      code: 'NOT_CURRENT',
      coordinate: 'schema/generated',
      message:
        'Generated files are not what the code says, and lines are told as they will be: schema/api.graphql, schema/asyncapi.json (is not there), ' +
        'schema/event-schemas/orders.order.lost.v1.json (is made from nothing any more).',
      fix: 'Run: npm run generate',
    },
  ]);
});

test('of what is current nothing is said', () => {
  expect(driftFindings({ changed: [], missing: [], left: [] })).toEqual([]);
});

test('what cannot be generated is refused with the reason', () => {
  expect(problemFindings(['schema/operations/demo/a.graphql:1:9: Cannot query field "b".'])).toEqual([
    {
      check: 'generated',
      level: 'error',
      code: 'NOT_GENERATED',
      coordinate: 'schema/generated',
      message: 'schema/operations/demo/a.graphql:1:9: Cannot query field "b".',
      fix: 'Mend what it names, then run: npm run generate',
    },
  ]);
});
