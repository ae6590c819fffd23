import type { Change } from '../change.js';
import { cut, type Edit, replace, write } from '../edits.js';
import { catalog, shipping } from '../world-files.js';

const allow = (code: string, coordinate: string): Edit =>
  write(
    'schema/allowances.yaml',
    `- code: ${code}\n  coordinate: ${coordinate}\n  who: orders\n  why: Nobody has ever seen it filled.\n  until: 2026-06-30\n`,
  );

export const allowedChanges: readonly Change[] = [
  {
    title: 'a break is allowed by name',
    edits: [cut(catalog, 'keywords: [String!]!'), allow('FIELD_REMOVED', 'Product.keywords')],
    warned: { 'FIELD_REMOVED Product.keywords': /deprecate it first/ },
  },
  {
    title: 'another break than the one that is allowed',
    edits: [cut(catalog, 'keywords: [String!]!'), allow('FIELD_REMOVED', 'Product.sku')],
    refused: { 'FIELD_REMOVED Product.keywords': /deprecate it first/ },
  },
  {
    title: 'of the two members that a union loses, one is allowed',
    edits: [
      replace(catalog, 'Product | Bundle | Guide', 'Product'),
      allow('UNION_MEMBER_REMOVED', 'SearchResult/Guide'),
    ],
    refused: {
      'UNION_MEMBER_REMOVED SearchResult/Bundle': /Keep Bundle in SearchResult/,
      'OPERATION_INVALID web@1.4.0 Search': /Give the API/,
    },
  },
  {
    title: 'what does not compose cannot be allowed',
    edits: [replace(shipping, 'currency: String!', 'currency: Int!'), allow('FIELD_TYPE_MISMATCH', 'Money.currency')],
    refused: { 'FIELD_TYPE_MISMATCH Money.currency': /the same type in every subgraph/ },
  },
  {
    title: 'something is allowed that is not there',
    edits: [allow('FIELD_REMOVED', 'Product.keywords')],
    warned: { 'ALLOWANCE_NOT_NEEDED Product.keywords': /Remove the entry/ },
  },
];
