import { expect, test } from '@jest/globals';
import { defineEvent, defineQuestion } from '@souk/kit/contracts';
import { z } from 'zod';
import { toEventVersions, toQuestions } from './read-contracts.js';

const counted = (schema: z.ZodType<unknown>) =>
  defineEvent('counters.counter.counted.v1', { schema, consumers: [], description: 'A counter went up.' });

const source = {
  path: 'schema/events/counters.ts',
  content: "import { z } from 'zod';\n\nexport const counted = defineEvent('counters.counter.counted.v1', {});\n",
};

test('an event that cannot be published is told where it is declared', () => {
  const contract = counted(z.object({ count: z.string().transform(Number) }));
  expect(() => toEventVersions([contract], new Map([[contract, source]]))).toThrow(
    expect.objectContaining({
      file: 'schema/events/counters.ts',
      line: 3,
      message: expect.stringContaining('counters.counter.counted.v1 changes what it reads (transform or pipe)'),
    }),
  );
});

test('a question that cannot be published is told where it is declared', () => {
  const count = defineQuestion('ask.counters.count.v1', {
    request: z.object({}),
    reply: z.object({ count: z.int().default(0) }),
    timeoutMs: 1_000,
    description: 'How far a counter is.',
  });
  const content = "\nexport const askCount = defineQuestion('ask.counters.count.v1', {});\n";
  expect(() => toQuestions([count], new Map([[count, { path: 'schema/questions/counters.ts', content }]]))).toThrow(
    expect.objectContaining({
      file: 'schema/questions/counters.ts',
      line: 2,
      message: expect.stringContaining('The reply of ask.counters.count.v1 changes what it reads (default)'),
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
  expect(version?.refuse?.('a text')).toMatchObject([{ path: [], problem: expect.stringMatching(/^Invalid input: /) }]);
});

test('two contracts of one type are refused, and told where one of them is', () => {
  const [first, second] = [counted(z.object({})), counted(z.object({}))];
  expect(() => toEventVersions([first, second], new Map([[second, source]]))).toThrow(
    expect.objectContaining({
      file: 'schema/events/counters.ts',
      line: 3,
      message: expect.stringContaining('declared twice'),
    }),
  );
});
