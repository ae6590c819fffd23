import { expect, test } from '@jest/globals';
import { defineEvent } from '@souk/kit/contracts';
import { z } from 'zod';
import { toEventVersions } from './read-contracts.js';

const counted = (schema: z.ZodType<unknown>) =>
  defineEvent('counters.counter.counted.v1', { schema, consumers: [], description: 'A counter went up.' });

test('a contract that cannot be published is told with its file', () => {
  const contract = counted(z.object({ count: z.string().transform(Number) }));
  expect(() => toEventVersions([contract], new Map([[contract, 'schema/events/counters.ts']]))).toThrow(
    expect.objectContaining({
      file: 'schema/events/counters.ts',
      message: expect.stringContaining('counters.counter.counted.v1 changes what it reads (transform or pipe)'),
    }),
  );
});

test('a contract refuses by its code what its JSON Schema cannot say', () => {
  const lines = z.array(z.object({ count: z.int().refine((count) => count !== 13, 'unlucky') }));
  const [version] = toEventVersions([counted(z.object({ lines }))]);
  expect(version?.refuse?.({ lines: [{ count: 12 }] })).toEqual([]);
  expect(version?.refuse?.({ lines: [{ count: 12 }, { count: 13 }] })).toEqual([
    { path: ['lines', 'count'], problem: 'lines/1/count: unlucky' },
  ]);
  expect(version?.refuse?.('a text')).toMatchObject([{ path: [], problem: expect.stringMatching(/^it: /) }]);
});

test('two contracts of one type are refused', () => {
  expect(() => toEventVersions([counted(z.object({})), counted(z.object({}))])).toThrow('declared twice');
});
