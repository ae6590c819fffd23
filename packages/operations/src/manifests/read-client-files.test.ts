import { expect, test } from '@jest/globals';
import { readClientFiles } from './read-client-files.js';

const document = { path: 'a.graphql', content: 'query A { a }' };
const manifest = { path: 'a.json', content: '{ "hash": "query A{a}" }' };

test('documents are split, a manifest is read', () => {
  expect(readClientFiles([document])[0]).toMatchObject({ name: 'A', document: 'query A {\n  a\n}' });
  expect(readClientFiles([manifest])[0]).toMatchObject({ name: 'A', document: 'query A{a}', clientId: 'hash' });
});

test.each([
  ['a manifest beside others', [manifest, document], 'A manifest is handed in alone; name the file.'],
  [
    'fragments alone',
    [{ path: 'f.graphql', content: 'fragment F on A { a }' }],
    'There is no operation in it. Hand in what the client sends: its documents, or its manifest.',
  ],
  [
    'an empty manifest',
    [{ path: 'f.json', content: '{}' }],
    'There is no operation in it. Hand in what the client sends: its documents, or its manifest.',
  ],
])('%s is refused', (_what, files, message) => {
  expect(() => readClientFiles(files)).toThrow(message);
});
