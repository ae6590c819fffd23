import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import specs from '@asyncapi/specs';
import { expect, test } from '@jest/globals';
import { defineEvent, defineQuestion, idField } from '@souk/kit/contracts';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';
import { toEventVersions } from '../read-contracts.js';
import { toAsyncApi } from './to-asyncapi.js';

const counted = defineEvent('counters.counter.counted.v1', {
  schema: z.object({ counterId: idField }),
  consumers: ['orders', 'cart'],
  description: 'A counter went up.',
});
const count = defineQuestion('ask.counters.count.v1', {
  request: z.object({ counterId: idField }),
  reply: z.discriminatedUnion('isThere', [
    z.object({ isThere: z.literal(true), count: z.int() }),
    z.object({ isThere: z.literal(false) }),
  ]),
  timeoutMs: 500,
  description: 'How high a counter stands.',
});

const events = toEventVersions([counted]);
const document = toAsyncApi(events, [count]);

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const isAsyncApi = ajv.compile(specs.schemasWithoutId['3.0.0']);
const committed = await readFile(join(import.meta.dirname, '../../../../../schema/asyncapi.json'), 'utf8');

test.each([
  { which: 'a small one', text: JSON.stringify(document) },
  { which: 'that of Souk', text: committed },
])('the document is AsyncAPI 3.0: $which', ({ text }) => {
  isAsyncApi(JSON.parse(text));
  expect(isAsyncApi.errors).toBeNull();
});

test('every reference leads to a part of the document or to the schema of an event', () => {
  const files = events.map(({ file }) => file.replace('schema/', './'));
  const references = referencesIn(document);
  expect(references).toContain(files[0]);
  for (const reference of references) {
    if (!files.includes(reference)) expect(at(reference)).toBeDefined();
  }
});

test('the owner sends an event, and each consumer receives it', () => {
  expect(document['operations']).toMatchObject({
    'counters.send.counters.counter.counted.v1': { action: 'send' },
    'cart.receive.counters.counter.counted.v1': { action: 'receive' },
    'orders.receive.counters.counter.counted.v1': { action: 'receive' },
  });
});

test('the owner of a question receives it and replies', () => {
  expect(document['operations']).toMatchObject({
    'counters.answer.ask.counters.count.v1': {
      action: 'receive',
      reply: { channel: { $ref: '#/channels/ask.counters.count.v1.reply' } },
    },
  });
});

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => (key === '$ref' ? [inside] : referencesIn(inside)));
}

function at(pointer: string): unknown {
  return pointer
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
}
