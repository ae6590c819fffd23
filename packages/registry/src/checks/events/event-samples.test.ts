import { expect, test } from '@jest/globals';
import { defineEvent } from '@souk/kit/contracts';
import { z } from 'zod';
import { aChange, anEvent, anObject, aSample, paidV1 } from '../../../test/builders/an-event.js';
import { toEventVersions, withCode } from '../../publish/read-contracts.js';
import { checkSamples } from './event-samples.js';

const schema = anObject({ lines: { type: 'array', items: anObject({ quantity: { type: 'integer' } }) } });
const event = anEvent({ schema });
const withSample = (data: unknown) => aChange([], [event], { samples: [aSample(paidV1, data)] });

test('a message that the contract reads is all that is needed, with fields that nobody knows any more', () => {
  expect(checkSamples(withSample({ lines: [{ quantity: 1, sku: 'MUG-1' }], note: null }))).toEqual([]);
});

test.each([
  [{ lines: [{ quantity: 1 }, { quantity: 1.5 }] }, '/lines/quantity', 'lines/1/quantity must be integer'],
  [{ lines: [{}] }, '/lines/quantity', 'lines/0/quantity is missing'],
  ['a text', '', 'it must be object'],
])('a message that it does not read is an error at the place: %j', (data, place, problem) => {
  expect(checkSamples(withSample(data))).toEqual([
    {
      check: 'events',
      level: 'error',
      code: 'EVENT_SAMPLE_UNREADABLE',
      coordinate: `${paidV1}${place}`,
      message: `The contract cannot read the message that was recorded: ${problem}.`,
      fix: 'Let the contract allow what was published, or leave it and publish orders.order.paid.v2 beside it.',
      file: `schema/samples/${paidV1}.json`,
    },
  ]);
});

test('recording anew does not make the message of before unwritten', () => {
  const { after, ...change } = withSample({ lines: [] });
  const before = { events: [event], questions: [], samples: [aSample(paidV1, {})] };
  expect(checkSamples({ ...change, before, after })).toMatchObject([{ code: 'EVENT_SAMPLE_UNREADABLE' }]);
});

test('a version without a message is an error, a message without a version is in the way', () => {
  const change = aChange([], [event], { samples: [aSample('orders.order.lost.v1')] });
  expect(checkSamples(change).map(({ level, code, coordinate }) => `${level} ${code} ${coordinate}`)).toEqual([
    `error EVENT_SAMPLE_MISSING ${paidV1}`,
    'warning EVENT_SAMPLE_NOT_NEEDED orders.order.lost.v1',
  ]);
});

test('what the code refuses is told as well, though the JSON Schema cannot say it', () => {
  const [contract] = toEventVersions([
    defineEvent(paidV1, {
      schema: z.object({ lines: z.array(z.object({ quantity: z.int().refine((count) => count !== 13, 'unlucky') })) }),
      consumers: [],
      description: 'Paid.',
    }),
  ]);
  const change = withSample({ lines: [{ quantity: 13 }] });
  expect(checkSamples(change)).toEqual([]);
  const after = { ...change.after, events: withCode([event], contract ? [contract] : []) };
  expect(checkSamples({ ...change, after })).toMatchObject([
    {
      code: 'EVENT_SAMPLE_UNREADABLE',
      coordinate: `${paidV1}/lines/quantity`,
      message: 'The contract cannot read the message that was recorded: lines/0/quantity: unlucky.',
      file: `schema/samples/${paidV1}.json`,
    },
  ]);
});
