import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { buildSchema, parse } from 'graphql';
import type { CompiledOperation } from '../execution/compiled-operation.js';
import { PreparedOperations } from '../execution/prepared-operations.js';
import { createMetrics } from '../metrics/metrics.js';
import { findKnownOperations } from './known-operations.js';
import { prewarm } from './prewarm.js';

const schema = buildSchema('type Query { a: Int, b: Int } type Subscription { c: Int }');
let folder: string;
let compiled: (string | undefined)[];
let prepared: PreparedOperations;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-operations-'));
  await mkdir(join(folder, 'web'));
  compiled = [];
  prepared = new PreparedOperations((_document, name) => {
    compiled.push(name);
    return {} as CompiledOperation;
  });
});
afterEach(() => rm(folder, { recursive: true }));

const logger = createLogger('test', 'silent');

async function warm(path = folder, signal = new AbortController().signal) {
  const operations = await findKnownOperations({ SAFELIST: 'off', OPERATIONS_PATH: path }, logger);
  return prewarm(operations, { schema, prepared, metrics: createMetrics(), logger, signal });
}

test('what documents and manifests hold is prepared; subscriptions and what is not valid any more are not', async () => {
  const documents = 'query A { a } query Old { gone } subscription C { c }';
  await writeFile(join(folder, 'web/documents.graphql'), documents);
  await writeFile(join(folder, 'web/manifest.json'), JSON.stringify({ hash: 'query B { b }' }));
  await warm();
  expect(compiled).toEqual(['A', 'B']);
});

test('what was prepared is there however a client lays out its text', async () => {
  await writeFile(join(folder, 'web/a.graphql'), 'query A { ...F } fragment F on Query { a }');
  await warm();
  const document = parse('fragment F on Query {\n  a\n}\nquery A {\n  ...F\n}');
  prepared.get({ hash: 'other', document, operationName: undefined });
  expect(compiled).toEqual(['A']);
});

test('a file by itself is read as well, and one that is missing does no harm', async () => {
  await writeFile(join(folder, 'a.graphql'), 'query A { a }');
  await warm(join(folder, 'a.graphql'));
  await warm(join(folder, 'missing'));
  expect(compiled).toEqual(['A']);
});

test('a router that is to refuse others does not start without them', async () => {
  const config = { SAFELIST: 'enforce' as const, OPERATIONS_PATH: join(folder, 'missing') };
  await expect(findKnownOperations(config, logger)).rejects.toThrow('missing');
});

test('it ends with the router', async () => {
  await writeFile(join(folder, 'a.graphql'), 'query A { a }');
  await warm(folder, AbortSignal.abort());
  expect(compiled).toEqual([]);
});
