import { expect, test } from '@jest/globals';
import { aChange, anEvent, anObject } from '../../../test/builders/an-event.js';
import type { JsonSchema } from '../../state/registry-state.js';
import { checkCompatibility } from './event-compatibility.js';

const line = (fields: Record<string, JsonSchema>) => anObject({ lines: { type: 'array', items: anObject(fields) } });
const text = { type: 'string' };

test('a change that hurts names the field, whom it hurts and both ways out', () => {
  const before = anEvent({ consumers: ['payments'], schema: line({ quantity: { type: 'integer' } }) });
  const after = anEvent({ consumers: ['shipping', 'payments'], schema: line({ quantity: { type: 'number' } }) });
  expect(checkCompatibility(aChange([before], [after]))).toContainEqual({
    check: 'events',
    level: 'error',
    code: 'EVENT_FIELD_RETYPED',
    coordinate: 'orders.order.paid.v1/lines/quantity',
    message:
      "It was a whole number and is a number now: consumers that still run yesterday's code refuse some of today's messages.",
    fix: 'Make it a whole number again, or publish orders.order.paid.v2 beside it.',
    consumers: ['payments', 'shipping'],
    file: 'schema/events/orders.ts',
  });
});

test('an optional field that is new is told, and harmless', () => {
  const after = anEvent({ schema: anObject({ orderId: text, 'note?': text }) });
  expect(checkCompatibility(aChange([anEvent()], [after]))).toMatchObject([
    { level: 'note', code: 'EVENT_FIELD_ADDED', coordinate: 'orders.order.paid.v1/note' },
  ]);
});

test('other words and other consumers are told', () => {
  const before = anEvent({ consumers: ['payments'] });
  const after = anEvent({ consumers: ['shipping'], description: 'Paid.' });
  expect(checkCompatibility(aChange([before], [after])).map(({ level, code }) => [level, code])).toEqual([
    ['note', 'EVENT_DESCRIPTION_CHANGED'],
    ['note', 'EVENT_CONSUMER_ADDED'],
    ['note', 'EVENT_CONSUMER_REMOVED'],
  ]);
});

test('versions that stand on one side only are not compared', () => {
  expect(checkCompatibility(aChange([], [anEvent()]))).toEqual([]);
  expect(checkCompatibility(aChange([anEvent()], []))).toEqual([]);
});

test('a finding points at the line of the field, in whichever file the contract is declared', () => {
  const text =
    "export const orderPaidV1 = defineEvent('orders.order.paid.v1', {\n  schema: z.object({\n    note: z.int(),";
  const declaration = { file: 'schema/events/shipping.ts', line: 7, text };
  const [before, after] = [
    anEvent({ schema: anObject({ note: { type: 'string' } }) }),
    anEvent({ schema: anObject({ note: { type: 'integer' } }), declaration }),
  ];
  expect(checkCompatibility(aChange([before], [after]))).toMatchObject([
    { file: 'schema/events/shipping.ts', line: 9 },
  ]);
});
