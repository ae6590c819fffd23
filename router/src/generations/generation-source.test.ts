import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import type { Graph } from '../supergraph/load-supergraph.js';
import type { Generation } from './generation.js';
import { GenerationSource } from './generation-source.js';

let folder: string;
let source: GenerationSource;
let opened: Graph[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souk-generations-'));
  opened = [];
  const openFor = async (graph: Graph) => {
    opened.push(graph);
    return {} as Generation;
  };
  source = new GenerationSource(join(folder, 'supergraph.graphql'), openFor, createLogger('router', 'silent'));
  await writeSupergraph('a');
});
afterEach(() => rm(folder, { recursive: true }));

const graphWith = (field: string) => `type Query { ${field}: Int }\n`;
const writeSupergraph = (field: string) => writeFile(join(folder, 'supergraph.graphql'), graphWith(field));

function writePolicies(field: string, policies = {}) {
  const content = { supergraphHash: hash('sha256', graphWith(field)), policies };
  return writeFile(join(folder, 'policies.json'), JSON.stringify(content));
}

const product = { Product: { cache: { catalog: { maxAge: 60 } } } };
const replacements: Record<string, () => Promise<void>> = {
  'the supergraph': () => writeSupergraph('b'),
  'its policies': () => writePolicies('b', product),
};

test.each([
  ['the supergraph', 'its policies'],
  ['its policies', 'the supergraph'],
])('when %s is replaced first, nothing is until %s is too', async (first, second) => {
  await writePolicies('a');
  await source.open();
  await replacements[first]?.();
  for (const isDemanded of [false, true]) expect(await source.openNext(isDemanded)).toBeUndefined();
  await replacements[second]?.();
  expect(await source.openNext(false)).toBeDefined();
  expect(opened.map(({ cacheHints }) => cacheHints?.keepable())).toEqual([[], ['Product']]);
  expect(opened[1]?.supergraph.sdl).toContain('b: Int');
});

test('what says the same as before follows only when it is demanded', async () => {
  await source.open();
  await writeSupergraph('a');
  expect(await source.openNext(false)).toBeUndefined();
  expect(await source.openNext(true)).toBeDefined();
});

test('policies may change alone, come and go', async () => {
  await source.open();
  await writePolicies('a');
  expect(await source.openNext(false)).toBeDefined();
  await writePolicies('a', product);
  expect(await source.openNext(false)).toBeDefined();
  await rm(join(folder, 'policies.json'));
  expect(await source.openNext(false)).toBeDefined();
  expect(opened.map(({ cacheHints }) => cacheHints?.keepable())).toEqual([undefined, [], ['Product'], undefined]);
});

test('who starts between two replacements keeps no answers until the second', async () => {
  await writePolicies('b', product);
  await source.open();
  await writeSupergraph('b');
  await source.openNext(false);
  expect(opened.map(({ cacheHints }) => cacheHints?.keepable())).toEqual([undefined, ['Product']]);
});

test('what could not be opened is tried again', async () => {
  await source.open();
  await writeSupergraph('b: Int }\n type');
  await expect(source.openNext(false)).rejects.toThrow('supergraph.graphql cannot be served');
  await writeSupergraph('b');
  expect(await source.openNext(false)).toBeDefined();
});
