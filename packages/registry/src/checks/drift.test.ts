import { expect, test } from '@jest/globals';
import { driftFindings, problemFindings } from './drift.js';

test('what is not as the code says is refused, with the command that mends it', () => {
  const drift = {
    changed: [{ path: 'schema/api.graphql', content: '' }],
    missing: [{ path: 'schema/asyncapi.json', content: '' }],
    left: ['schema/event-schemas/orders.order.lost.v1.json'],
  };
  expect(driftFindings(drift).map(({ coordinate, message }) => `${coordinate}: ${message}`)).toEqual([
    'schema/api.graphql: It is not what the code says.',
    'schema/asyncapi.json: It is made from code and is not there.',
    'schema/event-schemas/orders.order.lost.v1.json: What it was made from is not there any more.',
  ]);
  for (const finding of driftFindings(drift)) {
    const { coordinate: file } = finding;
    expect(finding).toMatchObject({ level: 'error', code: 'NOT_CURRENT', file, fix: 'Run: npm run generate' });
  }
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
