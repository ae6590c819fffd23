import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryRepository } from '../../test/temporary-repository.js';
import { RegistryInputError } from '../registry-input.error.js';
import { readPromises } from './read-promises.js';
import { type RegistrationRequest, registerOperations } from './register-operations.js';
import { retireVersion } from './retire-version.js';

const sdl = 'type Query { order(id: ID): Order  all: [Query] } type Order { id: ID  total: Int  remark: String }';
const relay = { '0ebf7938810e26eb3938a5362307cf95': 'query Note{order{remark}}' };

let repository: Awaited<ReturnType<typeof temporaryRepository>>;

beforeEach(async () => {
  repository = await temporaryRepository(sdl, {
    'app/src/total.graphql': 'query Total { order(id: 1) { ...Id total } }',
    'app/src/parts/id.gql': 'fragment Id on Order { id }',
    'app/relay.json': JSON.stringify(relay),
    'app/wrong.graphql': 'query Fine { order { id } }\n\nquery Wrong { order { totl } }',
    'app/dear.graphql': 'query Dear { all { all { all { all { order { id } } } } } }',
    'app/broken.graphql': 'query Fine { order { id }\n',
    'app/notes.txt': 'query Fine { order { id } }',
    'mixed/total.graphql': 'query Total { order(id: 1) { total } }',
    'mixed/package.json': '{ "name": "app" }',
    'mixed/texts.json': '{ "hello": "Hello, you" }',
    'mixed/gen/persisted.json': JSON.stringify(relay),
    'halved/total.graphql': 'query Total { order(id: 1) { total } }',
    'halved/manifest.json': '{ "format": "apollo-persisted-query-manifest",',
    'empty/README.md': '',
  });
});

afterEach(() => repository.remove());

function register(path: string, more: Partial<RegistrationRequest> = {}) {
  const { root } = repository;
  const standingIn = join(root, 'app');
  return registerOperations({ root, client: 'web', version: '1.4.0', path, standingIn, replaces: false, ...more });
}

const file = 'schema/operations/web/1.4.0.json';

describe('what is recorded', () => {
  test('a folder of documents, as seen from where the person stands', async () => {
    expect(await register('src')).toEqual({ outcome: 'recorded', file, count: 1 });
    const { operations } = await readPromises(repository.root);
    expect(operations).toMatchObject([{ client: 'web', version: '1.4.0', name: 'Total', type: 'query', file }]);
    expect(operations[0]?.document).toContain('fragment Id on Order');
  });

  test("a manifest, with the client's own ids kept", async () => {
    await register('relay.json');
    const [operation] = JSON.parse(await readFile(join(repository.root, file), 'utf8')).operations;
    expect(operation).toMatchObject({
      clientId: '0ebf7938810e26eb3938a5362307cf95',
      name: 'Note',
      body: 'query Note{order{remark}}',
    });
  });

  test('the same again changes nothing, what was written included', async () => {
    await register('relay.json');
    expect(await register('relay.json')).toMatchObject({ outcome: 'unchanged', file });
    expect(await register(`../${file}`)).toMatchObject({ outcome: 'unchanged' });
  });

  test('something else under the same version is refused, but where it is to give way', async () => {
    await register('src');
    expect(await register('relay.json')).toMatchObject({
      outcome: 'refused',
      refusals: [{ message: expect.stringContaining('say --replace'), file }],
    });
    expect(await register('relay.json', { version: '1.5.0' })).toMatchObject({ outcome: 'recorded' });
    expect(await register('relay.json', { replaces: true })).toMatchObject({ outcome: 'recorded' });
    expect((await readPromises(repository.root)).operations.map(({ name }) => name)).toEqual(['Note', 'Note']);
  });
});

test('other JSON among documents is passed over', async () => {
  await rm(join(repository.root, 'mixed/gen'), { recursive: true });
  expect(await register('../mixed')).toMatchObject({ outcome: 'recorded', count: 1 });
});

test('folders that are called like files, and links that lead back, are no files of a client', async () => {
  const { root } = repository;
  await mkdir(join(root, 'app/src/more.graphql'));
  await mkdir(join(root, 'app/src/more.json'));
  await symlink('..', join(root, 'app/src/up'));
  expect(await register('src')).toMatchObject({ outcome: 'recorded', count: 1 });
});

test('a mark of the byte order is no part of a manifest', async () => {
  await writeFile(join(repository.root, 'app/marked.json'), `\uFEFF${JSON.stringify(relay)}`);
  await register('relay.json');
  expect(await register('marked.json')).toMatchObject({ outcome: 'unchanged' });
});

describe('what is refused', () => {
  test.each([
    [
      'wrong.graphql',
      { line: 3, message: /^Wrong: Cannot query field "totl" on type "Order"\. Did you mean "total"\? Mend it: what/ },
    ],
    [
      'dear.graphql',
      { line: 1, message: /^Dear: Its cost is 21,110, and at most 1,000 is allowed\. Ask for shorter pages/ },
    ],
  ])('%s, and nothing of it is recorded', async (path, { line, message }) => {
    const refused = { file: path, line, message: expect.stringMatching(message) };
    expect(await register(path)).toEqual({ outcome: 'refused', refusals: [refused] });
    expect((await readPromises(repository.root)).operations).toEqual([]);
  });
});

describe('broken input', () => {
  test.each([
    ['broken.graphql', { file: 'broken.graphql', line: 2 }, /^It is not GraphQL/],
    ['gone', {}, 'There is no gone here; name a manifest (.json), a document or a folder.'],
    ['notes.txt', { file: 'notes.txt' }, /^Expected is a manifest/],
    ['../mixed', { file: '../mixed/gen/persisted.json' }, /^It is a manifest among documents\. Hand in the one or the/],
    ['../halved', { file: '../halved/manifest.json' }, /^It is a manifest among documents/],
    ['../empty', {}, /^There is no document \(\.graphql, \.gql\) in \.\.\/empty/],
  ])('%s', async (path, place, message) => {
    await expect(register(path)).rejects.toThrow(message);
    await expect(register(path)).rejects.toMatchObject({ name: 'RegistryInputError', exitCode: 2, ...place });
  });

  test('a schema that was never generated', async () => {
    await writeFile(join(repository.root, 'schema/api.graphql'), 'type Query {');
    await expect(register('src')).rejects.toMatchObject({ file: 'schema/api.graphql', line: 1 });
  });
});

describe('retiring', () => {
  test('takes a version out, and says what nobody uses any more', async () => {
    await register('src');
    await register('relay.json', { client: 'app' });
    const retirement = await retireVersion(repository.root, { client: 'web', version: '1.4.0' });
    expect(retirement).toMatchObject({ file, operations: [{ name: 'Total' }] });
    expect(retirement.unused).toEqual(['ID', 'Int', 'Order.id', 'Order.total', 'Query.order(id:)']);
    expect((await readPromises(repository.root)).operations.map(({ client }) => client)).toEqual(['app']);
  });

  test('what is not there cannot be retired', async () => {
    await register('src');
    const retire = retireVersion(repository.root, { client: 'web', version: '1.3.0' });
    await expect(retire).rejects.toThrow(new RegistryInputError('web 1.3.0 is not recorded. Recorded are web 1.4.0.'));
  });
});
