import { expect, test } from '@jest/globals';
import { printApolloManifest } from '@souk/operations/manifests/apollo-manifest';
import { splitOperations } from '@souk/operations/split-operations';
import { RegistryInputError } from '../registry-input.error.js';
import { readOperations } from './read-operations.js';

const manifest = printApolloManifest(splitOperations([{ path: '', content: 'query Order { order { id } }' }]));

test('documents of a folder are its workspace, manifests are versions', () => {
  const operations = readOperations([
    { path: 'schema/operations/web/1.4.0.json', content: manifest },
    { path: 'schema/operations/demo/cart/cart.graphql', content: '\nquery Cart { cart { ...Lines } }' },
    { path: 'schema/operations/demo/lines.graphql', content: 'fragment Lines on Cart { lines }' },
    { path: 'schema/api.graphql', content: 'not a document' },
  ]);
  expect(operations.map(({ client, version, name, file, line }) => [client, version, name, `${file}:${line}`])).toEqual(
    [
      ['demo', 'workspace', 'Cart', 'schema/operations/demo/cart/cart.graphql:2'],
      ['web', '1.4.0', 'Order', 'schema/operations/web/1.4.0.json:9'],
    ],
  );
  expect(operations[0]?.document).toContain('fragment Lines on Cart');
});

test('a client does not need the fragments of another', () => {
  const read = () =>
    readOperations([
      { path: 'schema/operations/demo/a.graphql', content: 'query A { ...F }' },
      { path: 'schema/operations/web/f.graphql', content: 'fragment F on Query { a }' },
    ]);
  expect(read).toThrow('A needs the fragment F, which is nowhere among the files.');
});

test.each([
  ['a document', 'schema/operations/web/a.graphql', 'query A {\n  a(', { line: 2 }],
  ['a manifest', 'schema/operations/web/1.0.json', '{ "format": "x" }', { line: 1 }],
  [
    'a manifest that was edited by hand',
    'schema/operations/web/1.0.json',
    manifest.replace('id\\n', 'id total\\n'),
    { line: 6 },
  ],
  ['a manifest of nothing', 'schema/operations/web/latest.json', '{}', {}],
  ['a document of no client', 'schema/operations/a.graphql', 'query A { a }', {}],
  ['a manifest too deep in folders', 'schema/operations/web/old/1.0.json', manifest, {}],
])('%s that cannot be read is broken input, with its place', (_what, path, content, place) => {
  const read = () => readOperations([{ path, content }]);
  expect(read).toThrow(RegistryInputError);
  expect(read).toThrow(expect.objectContaining({ file: path, exitCode: 2, ...place }));
});
