import { expect, test } from '@jest/globals';
import { defineEvent, idField, moneyField, timeField } from '@souk/kit/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import { toEventVersion } from '../state/event-version.js';
import { toEventSchema } from './event-schema.js';
import { jsonFile } from './json-file.js';
import { toEventVersions } from './read-contracts.js';

const counted = defineEvent('counters.counter.counted.v1', {
  schema: z.object({
    counterId: idField,
    at: timeField,
    worth: moneyField.nullable(),
    steps: z.array(z.object({ by: z.int(), because: z.string().optional() })).min(1),
  }),
  consumers: ['orders', 'cart'],
  description: 'A counter went up.',
});

const data = {
  counterId: '01890000-0000-7000-8000-000000000000',
  at: '2026-01-02T03:04:05.000Z',
  worth: null,
  steps: [{ by: 1 }],
};

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
ajv.addVocabulary(['x-consumers']);
const isValid = ajv.compile(toEventSchema(counted));

test('a contract is read back from its file alone', () => {
  const [version] = toEventVersions([counted]);
  const { content } = jsonFile('a.json', version?.schema ?? {});
  expect({ ...toEventVersion(JSON.parse(content)), refuse: expect.any(Function) }).toEqual(version);
  expect(version).toMatchObject({
    type: 'counters.counter.counted.v1',
    file: 'schema/event-schemas/counters.counter.counted.v1.json',
    description: 'A counter went up.',
    consumers: ['cart', 'orders'],
  });
});

test('what is no schema of an event is not taken for one', () => {
  expect(() => toEventVersion({ type: 'object' })).toThrow(z.ZodError);
});

test('properties are sorted, so that moving a field changes nothing', () => {
  const schema = toEventSchema(counted) as { properties: object; required: string[] };
  expect(Object.keys(schema.properties)).toEqual(['at', 'counterId', 'steps', 'worth']);
  expect(schema.required).toEqual(['at', 'counterId', 'steps', 'worth']);
});

test('the schema takes what the contract takes, and fields that it does not know', () => {
  expect(isValid(data)).toBe(true);
  expect(isValid({ ...data, later: 1, steps: [{ by: 1, because: 'of it', later: 1 }] })).toBe(true);
});

test.each([
  { counterId: '01890000-0000-7000-8000-00000000000A' },
  { at: '2026-01-02T03:04:05+01:00' },
  { at: 'soon' },
  { worth: { amountMinor: 1.5, currency: 'EUR' } },
  { worth: { amountMinor: 1, currency: 'eur' } },
  { steps: [] },
  { steps: [{ because: 'of it' }] },
  { worth: undefined },
])('the schema refuses what the contract refuses: %j', (part) => {
  const broken = JSON.parse(JSON.stringify({ ...data, ...part }));
  expect(isValid(broken)).toBe(false);
  expect(counted.schema.safeParse(broken).success).toBe(false);
});

test('two contracts of one type are refused by name', () => {
  const again = defineEvent(counted.type, { schema: z.object({}), consumers: [], description: '' });
  expect(toEventVersions([counted, counted, 'else'])).toHaveLength(1);
  expect(() => toEventVersions([counted, again])).toThrow(`${counted.type} is declared twice`);
});

test('a field that does not travel as JSON is refused by the name of its event', () => {
  const dated = defineEvent('counters.counter.dated.v1', {
    schema: z.object({ at: z.date() }),
    consumers: [],
    description: '',
  });
  expect(() => toEventSchema(dated)).toThrow(RegistryInputError);
  expect(() => toEventSchema(dated)).toThrow('counters.counter.dated.v1 cannot be written as JSON Schema');
});
