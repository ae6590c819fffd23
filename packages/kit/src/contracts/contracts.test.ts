import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { newId } from '../domain/index.js';
import { defineEvent, defineQuestion, idField, partsOf } from './index.js';

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
