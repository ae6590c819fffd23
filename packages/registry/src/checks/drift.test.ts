import { expect, test } from '@jest/globals';
import { driftFindings } from './drift.js';

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
