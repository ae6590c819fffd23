import { describe, expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.js';
import { prove } from './prove.js';
import { allowedChanges } from './tables/allowances.js';
import { eventFieldChanges } from './tables/event-fields.js';
import { eventVersionChanges } from './tables/event-versions.js';
import { questionChanges } from './tables/questions.js';

test('of the world as it is nothing is said but what its operations cost', async () => {
  const findings = await findingsAfter([]);
  expect(findings).toHaveLength(9);
  expect(findings.filter(({ code }) => code !== 'OPERATION_PLANNED')).toEqual([]);
});

describe('fields of events', () => prove(eventFieldChanges));
describe('versions of events', () => prove(eventVersionChanges));
describe('questions', () => prove(questionChanges));
describe('allowances', () => prove(allowedChanges));
