import type { Change } from '../change.js';
import { cut, remove, replace, write } from '../edits.js';
import { catalog } from '../world-files.js';

const nested = (depth: number) => `${'related { '.repeat(depth)} name ${'}'.repeat(depth)}`;

export const operationChanges: readonly Change[] = [
  {
    title: 'a list is thought to be longer, and an operation costs too much',
    edits: [replace(catalog, '@listSize(assumedSize: 5)', '@listSize(assumedSize: 2000)')],
    refused: {
      'COST_LIMIT_EXCEEDED web@1.4.0 ProductPage': /Leave @listSize and @cost of what it asks for as they were/,
    },
  },
  {
    title: 'a field weighs more, and an operation costs too much',
    edits: [replace(catalog, '"What it is like." text: String', '"What it is like." text: String @cost(weight: 300)')],
    refused: { 'COST_LIMIT_EXCEEDED demo@workspace Browse': /Leave @listSize and @cost .*less of each element/ },
  },
  {
    title: 'a list is thought to be longer, and every operation keeps to the limit',
    edits: [replace(catalog, '@listSize(assumedSize: 5)', '@listSize(assumedSize: 6)')],
    passed: {},
  },
  {
    title: 'a fragment asks for what is not there',
    edits: [
      replace(
        'schema/operations/demo/browse.graphql',
        'fragment Name on Named {\n  name',
        'fragment Name on Named {\n  label',
      ),
    ],
    refused: { 'OPERATION_INVALID demo@workspace Browse': /change schema\/operations\/demo\/browse\.graphql/ },
  },
  {
    title: 'an operation asks too deep',
    edits: [
      write('schema/operations/demo/deep.graphql', `query Deep($id: ID!) { product(id: $id) { ${nested(9)} } }`),
      replace(catalog, 'assumedSize: 5', 'assumedSize: 1'),
    ],
    refused: { 'DEPTH_LIMIT_EXCEEDED demo@workspace Deep': /in an operation of its own/ },
  },
  {
    title: 'an operation asks for too much',
    edits: [
      write('schema/operations/demo/dear.graphql', `query Dear { products(first: 100) { nodes { ${nested(2)} } } }`),
    ],
    refused: { 'COST_LIMIT_EXCEEDED demo@workspace Dear': /^Ask for shorter pages/ },
  },
  {
    title: 'an operation comes',
    edits: [write('schema/operations/demo/bundle.graphql', 'query Offer { offer { endsAt } }')],
    passed: {},
  },
  {
    title: 'an operation comes that bears the name of one of another client',
    edits: [write('schema/operations/demo/page.graphql', 'query ProductPage { offer { endsAt } }')],
    passed: {},
  },
  {
    title: 'a version is retired, and what it alone used goes',
    edits: [remove('schema/operations/web/1.4.0.json'), cut(catalog, 'label: String')],
    passed: { 'FIELD_REMOVED Product.label': /no recorded operation uses it/ },
  },
];
