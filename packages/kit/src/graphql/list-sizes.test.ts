import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { declareListSizes } from './list-sizes.js';

const declared = (field: string) => print(declareListSizes(parse(`type Query { ${field} }`)));

test.each(['books(first: Int, after: String): BookConnection', 'books(first: Int): BookConnection! @authenticated'])(
  'a field with pages says how long they are: %s',
  (field) => {
    expect(declared(field)).toContain(
      '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    );
  },
);

test.each(['book: Book', 'books(first: Int): [Book!]', 'networkConnection: NetworkConnection'])(
  'a field without pages says nothing: %s',
  (field) => expect(declared(field)).not.toContain('@listSize'),
);
