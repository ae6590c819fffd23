import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { CompiledOperation } from './compiled-operation.js';
import { NotCompiledError } from './not-compiled.error.js';
import { PreparedOperations } from './prepared-operations.js';

const document = parse('query A { a } query B { b }');

function open() {
  const compiled: (string | undefined)[] = [];
  const prepared = new PreparedOperations((_document, name) => {
    compiled.push(name);
    if (name === 'B') throw new NotCompiledError('B');
    return {} as CompiledOperation;
  });
  return { compiled, prepared };
}

test('an operation is compiled once for each document and name', () => {
  const { compiled, prepared } = open();
  const first = prepared.get({ hash: '1', document, operationName: 'A' });
  expect(prepared.get({ hash: '1', document, operationName: 'A' })).toBe(first);
  expect(prepared.find({ hash: '1', operationName: 'A' })).toBe(first);
  expect(prepared.find({ hash: '1', operationName: undefined })).toBeUndefined();
  prepared.get({ hash: '2', document, operationName: 'A' });
  expect(compiled).toEqual(['A', 'A']);
});

test('what is left to the gateway is tried once', () => {
  const { compiled, prepared } = open();
  const operation = { hash: '1', document, operationName: 'B' };
  expect([prepared.get(operation), prepared.get(operation)]).toEqual([undefined, undefined]);
  expect(compiled).toEqual(['B']);
});

test('a flood of other documents takes what was used least, and nothing that is known', () => {
  const { compiled, prepared } = open();
  const known = parse('query Known { a }');
  prepared.keep({ document: known, operationName: 'Known' });
  for (let n = 0; n < 1_200; n += 1)
    prepared.get({ hash: `${n}`, document: parse(`{ a${n}: a }`), operationName: undefined });
  expect(prepared.find({ hash: '0', operationName: undefined })).toBeUndefined();
  expect(prepared.find({ hash: '1199', operationName: undefined })).toBeDefined();
  compiled.length = 0;
  prepared.get({ hash: 'known', document: known, operationName: undefined });
  expect(compiled).toEqual([]);
});
