import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { newId } from '../domain/index.js';
import {
  countryField,
  currencyField,
  defineEvent,
  defineQuestion,
  idField,
  isEventContract,
  isQuestion,
  partsOf,
  timeField,
} from './index.js';

const counted = defineEvent('counters.counter.counted.v1', {
  schema: z.object({ counterId: idField }),
  consumers: [],
  description: 'A counter went up.',
});

test('a contract knows its owner and its aggregate', () => {
  expect({ ...counted }).toMatchObject({
    owner: 'counters',
    aggregate: 'counter',
    type: 'counters.counter.counted.v1',
  });
});

test('a message cannot be made of data that break the contract', () => {
  expect(() => counted({ counterId: 'one' })).toThrow(z.ZodError);
  const counterId = newId();
  expect(counted({ counterId })).toEqual({ type: 'counters.counter.counted.v1', data: { counterId } });
});

test.each([
  'orders.placed.v1',
  'orders.order.placed',
  'Orders.order.placed.v1',
  'orders.order.placed.v0',
  'a.b.c.d.v1',
])('the type "%s" is refused', (type) => expect(() => partsOf(type)).toThrow('is not of the form'));

test('a question bears the name of its owner', () => {
  const declaration = { request: z.object({}), reply: z.object({}), timeoutMs: 100, description: '' };
  expect(defineQuestion('ask.carts.quote-freeze.v1', declaration).owner).toBe('carts');
  expect(() => defineQuestion('orders.order.placed.v1', declaration)).toThrow('is not of the form');
});

test.each([
  { field: idField, says: { title: 'Id', format: 'uuid', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' } },
  { field: currencyField, says: { title: 'Currency', pattern: '^[A-Z]{3}$' } },
  { field: countryField, says: { title: 'Country', pattern: '^[A-Z]{2}$' } },
  { field: timeField, says: { title: 'Time', format: 'date-time' } },
])('the form of a field reaches its JSON Schema: $says.title', ({ field, says }) => {
  expect(z.toJSONSchema(field)).toMatchObject({ type: 'string', ...says });
});

test.each([
  [idField, '01890000-0000-9000-8000-000000000000'],
  [currencyField, 'XQQ'],
])('what a pattern cannot say is refused all the same', (field, value) => {
  expect(field.safeParse(value).success).toBe(false);
});

test('contracts and questions are told from whatever else a module exports', () => {
  const question = defineQuestion('ask.counters.count.v1', {
    request: z.object({}),
    reply: z.object({}),
    timeoutMs: 100,
    description: '',
  });
  const exported = [counted, question, idField, ['PENDING'], () => counted, null];
  expect(exported.filter(isEventContract)).toEqual([counted]);
  expect(exported.filter(isQuestion)).toEqual([question]);
});
