import { expect, test } from '@jest/globals';
import { findMentioned, findQuoted } from './find-mentioned.js';

const sources = [
  {
    path: 'subgraphs/cart/src/graphql/cart.type.ts',
    content: `import { LineType } from './lines.type.js';

@Directive('@key(fields: "id"')
@ObjectType('Cart')
export class CartType {
  id!: string;

  @Field(() => LineType)
  lines!: LineType[];
}
`,
  },
  {
    path: 'subgraphs/cart/src/graphql/cart.resolver.ts',
    content: `@Resolver()
export class CartResolver {
  @Query(() => CartType)
  async cart(@Arg('the-id', () => ID) id: string): Promise<CartType> {
    return this.lines(id);
  }
}
`,
  },
  {
    path: 'subgraphs/cart/src/graphql/quote.type.ts',
    content: `@ObjectType('Quote')\nexport class QuoteType {\n  lines!: string[];\n}\n`,
  },
  {
    path: 'subgraphs/cart/src/graphql/quote.input.ts',
    content: `\n@InputType('Quote')\n@Directive('@key(fields: "id")')\nexport class QuoteInput {}\n`,
  },
  {
    path: 'subgraphs/cart/src/domain/quote.ts',
    content: `import { taxOf } from './taxes.js';\n\nexport class Quote {\n  lines!: string[];\n}\n`,
  },
];

const [type, resolver, quote, input, domain] = sources.map(({ path }) => path);

test.each([
  ['a directive', 'Error parsing directive definition "@key(fields: "id"".', [{ file: type, line: 3 }]],
  ['a field', "Cannot determine GraphQL output type for 'lines' of 'CartType' class.", [{ file: type, line: 9 }]],
  ['a field of a type', "The 'lines' field of 'Cart' has conflicting default values.", [{ file: type, line: 9 }]],
  ['a method', 'CartResolver#cart subscription has no provided topics!', [{ file: resolver, line: 4 }]],
  [
    'an argument',
    "Cannot determine GraphQL input type for argument named 'id' of 'cart' of 'CartResolver' class.",
    [{ file: resolver, line: 4 }],
  ],
  ['a class', "Wrong nullable option set for 'total' of 'QuoteType' class.", [{ file: quote, line: 2 }]],
  [
    'a module that is not there',
    "Cannot find module 'subgraphs/cart/dist/src/graphql/lines.type.js' imported from subgraphs/cart/dist/src/graphql/cart.type.js.",
    [{ file: type, line: 1 }],
  ],
  [
    'a module that is not there for another layer',
    "Cannot find module 'subgraphs/cart/dist/src/domain/taxes.js' imported from subgraphs/cart/dist/src/domain/quote.js.",
    [{ file: domain, line: 1 }],
  ],
  [
    'a name that two types bear',
    'Schema must contain uniquely named types but contains multiple types named "Quote".',
    [
      { file: quote, line: 1 },
      { file: input, line: 2 },
    ],
  ],
  ['nothing that is known', 'boom', []],
])('the code is found where an error speaks of %s', (_what, said, places) => {
  expect(findMentioned(said, sources)).toEqual(places);
});

test('a name that an error quotes is found where the code quotes it', () => {
  expect(findQuoted('Names must only contain [_a-zA-Z0-9] but "the-id" does not.', sources)).toEqual([
    { file: resolver, line: 4 },
  ]);
});
