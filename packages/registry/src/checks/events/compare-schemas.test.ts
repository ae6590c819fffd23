import { expect, test } from '@jest/globals';
import { anObject } from '../../../test/builders/an-event.js';
import type { JsonSchema } from '../../state/registry-state.js';
import { compareSchemas } from './compare-schemas.js';

const text = { type: 'string' };
const whole = { type: 'integer' };
const nothing = { type: 'null' };
const card = anObject({ kind: { type: 'string', const: 'CARD' }, last4: text });
const invoice = anObject({ kind: { type: 'string', const: 'INVOICE' } });
const listOf = (items: JsonSchema, more: JsonSchema = {}) => ({ type: 'array', items, ...more });
const oneOf = (...values: unknown[]) => ({ type: 'string', enum: values });
const either = (...schemas: JsonSchema[]) => ({ anyOf: schemas });

/** Each change as `CODE path`, with a `!` in front of those that hurt somebody. */
function changesOf(before: JsonSchema, after: JsonSchema): string[] {
  return compareSchemas(before, after).map(({ code, path, drift }) =>
    `${drift ? '!' : ''}${code} ${path.join('/')}`.trim(),
  );
}

/** The same when both are the schema of the field `f`. */
function changesOfField(before: JsonSchema, after: JsonSchema): string[] {
  return changesOf(anObject({ f: before }), anObject({ f: after }));
}

test.each<[string, JsonSchema, JsonSchema, string[]]>([
  ['nothing', { a: text }, { a: text }, []],
  ['words for people', { a: text }, { a: { ...text, description: 'A text.', title: 'Text' } }, []],
  ['an optional field more', { a: text }, { a: text, 'b?': whole }, ['FIELD_ADDED b']],
  ['a required field more', { a: text }, { a: text, b: whole }, ['!FIELD_REQUIRED b']],
  ['a field less', { a: text, b: whole }, { a: text }, ['!FIELD_REMOVED b']],
  ['an optional field less', { a: text, 'b?': whole }, { a: text }, ['!FIELD_REMOVED b']],
  ['a field under another name', { a: text }, { b: text }, ['!FIELD_RENAMED a']],
  ['a field that is another one', { a: text }, { b: whole }, ['!FIELD_REMOVED a', '!FIELD_REQUIRED b']],
  ['optional that was required', { a: text }, { 'a?': text }, ['!FIELD_OPTIONAL a']],
  ['required that was optional', { 'a?': text }, { a: text }, ['!FIELD_REQUIRED a']],
])('of an object: %s', (_what, before, after, expected) => {
  expect(changesOf(anObject(before as never), anObject(after as never))).toEqual(expected);
});

test.each<[string, JsonSchema, JsonSchema, string[]]>([
  ['text → number', text, { type: 'number' }, ['!FIELD_RETYPED f']],
  ['whole number → number', whole, { type: 'number' }, ['!FIELD_RETYPED f']],
  ['number → whole number', { type: 'number' }, whole, ['!FIELD_RETYPED f']],
  ['one → list', text, listOf(text), ['!FIELD_RETYPED f']],
  ['text → anything', text, {}, ['!FIELD_RETYPED f']],
  ['never null → null too', text, either(text, nothing), ['!FIELD_NULLABLE f']],
  ['null too → never null', either(text, nothing), text, ['!FIELD_NOT_NULLABLE f']],
  ['two ways to say null too', either(text, nothing), { type: ['string', 'null'] }, []],
  ['null too, of another type', either(text, nothing), either(whole, nothing), ['!FIELD_RETYPED f']],
])('of a type: %s', (_what, before, after, expected) => {
  expect(changesOfField(before, after)).toEqual(expected);
});

test.each<[string, JsonSchema, JsonSchema, string[]]>([
  ['one less', oneOf('A', 'B'), oneOf('A'), ['!ENUM_NARROWED f']],
  ['one more', oneOf('A'), oneOf('A', 'B'), ['!ENUM_WIDENED f']],
  ['another one', oneOf('A'), oneOf('B'), ['!ENUM_NARROWED f', '!ENUM_WIDENED f']],
  ['in another order', oneOf('A', 'B'), oneOf('B', 'A'), []],
  ['any → listed', text, oneOf('A'), ['!ENUM_NARROWED f']],
  ['listed → any', oneOf('A'), text, ['!ENUM_WIDENED f']],
  ['a constant that is a list of one', { ...text, const: 'A' }, oneOf('A'), []],
  ['a constant → another', { ...text, const: 'A' }, { ...text, const: 'B' }, ['!ENUM_NARROWED f', '!ENUM_WIDENED f']],
  [
    'one more where null is allowed',
    either(oneOf('A'), nothing),
    either(oneOf('A', 'B'), nothing),
    ['!ENUM_WIDENED f'],
  ],
])('of the values: %s', (_what, before, after, expected) => {
  expect(changesOfField(before, after)).toEqual(expected);
});

test.each<[string, JsonSchema, JsonSchema, string]>([
  ['a lowest value', {}, { minimum: 1 }, 'NARROWED'],
  ['no lowest value', { minimum: 1 }, {}, 'WIDENED'],
  ['a lowest value that is higher', { minimum: 1 }, { minimum: 2 }, 'NARROWED'],
  ['a lowest value that is lower', { exclusiveMinimum: 0 }, { minimum: 0 }, 'WIDENED'],
  ['a highest value that is lower', { maximum: 9 }, { maximum: 8 }, 'NARROWED'],
  ['a highest value that is higher', { maximum: 9 }, { exclusiveMaximum: 11 }, 'WIDENED'],
  ['a longer text', { maxLength: 9 }, { maxLength: 10 }, 'WIDENED'],
  ['a text that must be longer', { minLength: 1 }, { minLength: 2 }, 'NARROWED'],
  ['a pattern', {}, { pattern: '^A' }, 'NARROWED'],
  ['no pattern', { pattern: '^A' }, {}, 'WIDENED'],
  ['another pattern', { pattern: '^A' }, { pattern: '^B' }, 'CHANGED'],
  ['a format', {}, { format: 'uuid' }, 'NARROWED'],
  ['no format', { format: 'uuid' }, {}, 'WIDENED'],
  ['another format', { format: 'date' }, { format: 'date-time' }, 'CHANGED'],
  ['another step', { multipleOf: 5 }, { multipleOf: 10 }, 'CHANGED'],
  ['what has no rule of its own', {}, { contentEncoding: 'base64' }, 'CHANGED'],
])('of a limit: %s', (_what, before, after, drift) => {
  const type = 'integer';
  expect(changesOfField({ type, ...before }, { type, ...after })).toEqual([`!FIELD_${drift} f`]);
});

test('“more than 0” and “at least 1” are the same whole numbers, and not the same numbers', () => {
  const [more, atLeast] = [{ exclusiveMinimum: 0 }, { minimum: 1 }];
  expect(changesOfField({ ...whole, ...more }, { ...whole, ...atLeast })).toEqual([]);
  expect(changesOfField({ type: 'number', ...more }, { type: 'number', ...atLeast })).toHaveLength(2);
});

test('a whole number that may be as great as one can be told exactly has no bound', () => {
  const every = { ...whole, minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
  expect(changesOfField(whole, every)).toEqual([]);
  expect(compareSchemas(every, { ...every, maximum: 100 })).toMatchObject([
    { difference: 'It has a highest value now, `100`', remedy: 'Take the highest value away' },
  ]);
});

test('a format is told without the pattern that it brings with it', () => {
  const email = { ...text, format: 'email', pattern: '^.+@.+$' };
  expect(compareSchemas(text, email)).toMatchObject([{ difference: 'It has a format now, `email`' }]);
  expect(compareSchemas(email, text)).toMatchObject([{ difference: 'It has no format any more, which was `email`' }]);
  expect(changesOfField(email, { ...email, pattern: '^.+@souk$' })).toEqual(['!FIELD_CHANGED f']);
  expect(changesOfField(email, { ...text, pattern: '^.+$' })).toEqual(['!FIELD_CHANGED f', '!FIELD_WIDENED f']);
});

test.each<[string, JsonSchema, JsonSchema, string[]]>([
  ['what a list holds', listOf(anObject({ a: whole })), listOf(anObject({ a: text })), ['!FIELD_RETYPED f/a']],
  ['how much it holds', listOf(text, { minItems: 1 }), listOf(text), ['!FIELD_WIDENED f']],
  ['a list that says nothing of what it holds', listOf(text), { type: 'array' }, ['!FIELD_CHANGED f']],
  [
    'an object in an object',
    anObject({ a: anObject({ b: text }) }),
    anObject({ a: anObject({ 'b?': text }) }),
    ['!FIELD_OPTIONAL f/a/b'],
  ],
  [
    'an object that may be null',
    either(anObject({ a: text }), nothing),
    either(anObject({}), nothing),
    ['!FIELD_REMOVED f/a'],
  ],
  [
    'what a map holds',
    anObject({}, { additionalProperties: whole }),
    anObject({}, { additionalProperties: text }),
    ['!FIELD_RETYPED f/*'],
  ],
  ['a map that is none', anObject({}, { additionalProperties: whole }), anObject({}), ['!FIELD_CHANGED f']],
])('inside: %s', (_what, before, after, expected) => {
  expect(changesOfField(before, after)).toEqual(expected);
});

test.each<[string, JsonSchema, JsonSchema, string[]]>([
  ['one more', either(card), either(card, invoice), ['!KIND_ADDED f']],
  ['one less', either(card, invoice), either(card), ['!KIND_REMOVED f']],
  ['in another order', { oneOf: [card, invoice] }, either(invoice, card), []],
  [
    'a change in one of them',
    either(card, invoice),
    either(invoice, { ...card, required: ['kind'] }),
    ['!FIELD_OPTIONAL f/last4'],
  ],
  ['another type among them', either(text, card), either(whole, card), ['!KIND_REMOVED f', '!KIND_ADDED f']],
])('of alternatives: %s', (_what, before, after, expected) => {
  expect(changesOfField(before, after)).toEqual(expected);
});

test('an object that refuses unknown fields can grow no more', () => {
  const closed = { additionalProperties: false };
  const [small, large] = [{ a: text }, { a: text, 'b?': text }];
  expect(changesOf(anObject(small), anObject(small, closed))).toEqual(['!FIELD_NARROWED']);
  expect(changesOf(anObject(small, closed), anObject(large, closed))).toEqual(['!FIELD_ADDED b']);
  expect(changesOf(anObject(small, closed), anObject(small))).toEqual([]);
});

test('a field may be called as a keyword is', () => {
  expect(changesOf(anObject({ title: text }), anObject({ description: whole }))).toEqual([
    '!FIELD_REMOVED title',
    '!FIELD_REQUIRED description',
  ]);
});
