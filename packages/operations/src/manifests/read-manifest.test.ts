import { describe, expect, test } from '@jest/globals';
import { operationId } from '../operation-id.js';
import { OperationInputError } from '../operation-input.error.js';
import { readManifest } from './read-manifest.js';

const body = 'query Me { me { ...P } }\nfragment P on Person { name }';

function apollo(operation: object): string {
  const whole = { id: operationId(body), name: 'Me', type: 'query', body, ...operation };
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [whole] }, null, 2);
}

function read(content: string) {
  return readManifest({ path: 'manifest.json', content });
}

const me = { id: operationId(body), name: 'Me', type: 'query', document: body, file: 'manifest.json' };

describe('manifests that are known', () => {
  test.each([
    ["Apollo's", apollo({}), { ...me, line: 9 }],
    ["Apollo's with ids of its own", apollo({ id: 'me-1' }), { ...me, line: 9, clientId: 'me-1' }],
    ["the registry's, with the client's id kept", apollo({ clientId: 'me-1' }), { ...me, line: 9, clientId: 'me-1' }],
    [
      "Relay's, by MD5",
      JSON.stringify({ '0ebf7938810e26eb3938a5362307cf95': body }),
      { ...me, line: 1, clientId: '0ebf7938810e26eb3938a5362307cf95' },
    ],
    ["the code generator's, by SHA-256", JSON.stringify({ [operationId(body)]: body }, null, 2), { ...me, line: 2 }],
  ])('%s', (_what, content, expected) => {
    expect(read(content)).toEqual([expected]);
  });

  test('the text stays letter by letter, as the hash is of it', () => {
    expect(read(JSON.stringify({ x: 'query   A{a}' }))[0]?.document).toBe('query   A{a}');
  });
});

describe('what is refused', () => {
  test.each([
    ['what is not JSON', '{\n  "a" 1\n}', 2, /^It is not JSON: .* Make the manifest anew\.$/],
    ['what is not JSON by far', 'query A { a }', 1, /^It is not JSON: /],
    [
      'a list',
      '["query A { a }"]',
      1,
      /^It is no manifest that is known here: .*expected record.* Expected is a manifest of Apollo/,
    ],
    [
      'another format',
      '{\n"format": "hive", "version": 1, "operations": [] }',
      2,
      /"format": Invalid input: expected "apollo-persisted-query-manifest"/,
    ],
    [
      'another version',
      '{"format": "apollo-persisted-query-manifest",\n"version": 2, "operations": []}',
      2,
      /"version": Invalid input: expected 1/,
    ],
    ['an entry without a text', apollo({ body: undefined }), 4, /"operations\.0\.body": /],
    ['a hash without a text', '{\n"abc": 1 }', 2, /"abc": Invalid input: expected string/],
    [
      'a text that is not GraphQL',
      '{ "abc":\n "query A { a" }',
      2,
      /^The operation abc: line 1 of its text is not GraphQL: expected Name, found <EOF>\./,
    ],
    [
      'a text of two operations',
      JSON.stringify({ abc: 'query A { a } query B { b }' }),
      1,
      'The operation abc: its text must hold one operation, no more and no less.',
    ],
    ['a text of none', JSON.stringify({ abc: 'fragment A on A { a }' }), 1, /must hold one operation/],
    ['a text without a name', JSON.stringify({ abc: '{ a }' }), 1, /its text gives it no name/],
    [
      'a text without one of its fragments',
      JSON.stringify({ abc: 'query A { ...F }' }),
      1,
      /needs the fragment F and does not hold it/,
    ],
    [
      'another name than the text has',
      apollo({ name: 'You' }),
      9,
      'The operation You: its text is the query Me; make the manifest anew.',
    ],
    ['another type than the text has', apollo({ type: 'mutation' }), 9, /its text is the query Me/],
    [
      'one name twice',
      JSON.stringify({ a: 'query A { a }', b: 'query A { b }' }, null, 1),
      3,
      /^2 operations are called A; rename one/,
    ],
  ])('%s', (_what, content, line, message) => {
    expect(() => read(content)).toThrow(OperationInputError);
    expect(() => read(content)).toThrow(expect.objectContaining({ file: 'manifest.json', line }));
    expect(() => read(content)).toThrow(message);
  });
});
