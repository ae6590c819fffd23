import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@souk/kit/identity';
import { GuardedShop } from '../../test/guarded-shop.js';
import { NotCompiledError } from '../execution/not-compiled.error.js';

const shop = new GuardedShop();
const somebody = (...scopes: string[]): Partial<Caller> => ({ kind: 'customer', id: 'c', scopes });

/** What was answered, and the errors as `path code`. */
async function answered(text: string, caller: Partial<Caller> = {}, variables = {}) {
  const { data, errors = [] } = await shop.ask(text, caller, variables);
  return { data, errors: errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions?.['code']}`) };
}

/** Data, errors, and names that no subgraph may be asked for. */
type Row = [what: string, text: string, data: unknown, errors: string[], neverFetched: RegExp];

describe('nobody', () => {
  test.each<Row>([
    ['a field', '{ open me }', { open: 'open', me: null }, ['me UNAUTHENTICATED'], /\bme\b/],
    ['an alias', '{ open: me x: open }', { open: null, x: 'open' }, ['open UNAUTHENTICATED'], /\bme\b/],
    [
      'a field in fragments',
      '{ ...A ... on Query { reports } } fragment A on Query { me open }',
      { me: null, open: 'open', reports: null },
      ['me UNAUTHENTICATED', 'reports UNAUTHENTICATED'],
      /\bme\b|reports/,
    ],
    [
      'a field that must not be null, and so all around it',
      '{ book { id title cost } open }',
      { book: null, open: 'open' },
      ['book.cost UNAUTHENTICATED'],
      /cost/,
    ],
    ['a field of the root that must not be null', '{ open sure }', null, ['sure UNAUTHENTICATED'], /sure/],
    [
      'fields of the elements of a list, each at its place',
      '{ books { id price } }',
      {
        books: [
          { id: '1', price: null },
          { id: '2', price: null },
        ],
      },
      ['books.0.price UNAUTHENTICATED', 'books.1.price UNAUTHENTICATED'],
      /price/,
    ],
    [
      'a field of another subgraph',
      '{ book { stock shelf twin { stock } } }',
      { book: { stock: null, shelf: 'A', twin: { stock: null } } },
      ['book.stock UNAUTHENTICATED', 'book.twin.stock UNAUTHENTICATED'],
      /stock/,
    ],
    [
      'everything of an object, but not that it is there',
      '{ book { price stock } }',
      { book: { price: null, stock: null } },
      ['book.price UNAUTHENTICATED', 'book.stock UNAUTHENTICATED'],
      /price|stock/,
    ],
    [
      'a type, whatever field returns it',
      '{ secret { id } secrets { __typename } open }',
      { secret: null, secrets: null, open: 'open' },
      ['secret UNAUTHENTICATED', 'secrets UNAUTHENTICATED'],
      /secret/,
    ],
    [
      'a type, and a field of a type, behind an interface',
      '{ things { id title } }',
      { things: [{ id: '1', title: 'Book 1' }, null, { id: 'f', title: null }] },
      ['things.1 UNAUTHENTICATED', 'things.2.title UNAUTHENTICATED'],
      /on Secret|on Film\s*\{[^}]*title/,
    ],
    [
      'what is selected by the type and by its interface at once',
      '{ things { __typename ... on Thing { id } ... on Secret { title } ... on Book { title price } } }',
      {
        things: [{ __typename: 'Book', id: '1', title: 'Book 1', price: null }, null, { __typename: 'Film', id: 'f' }],
      },
      ['things.0.price UNAUTHENTICATED', 'things.1 UNAUTHENTICATED'],
      /on Secret|price/,
    ],
    [
      'a member of a union, in a list that must have no nulls',
      '{ open found { ... on Book { id } ... on Secret { id } } }',
      { open: 'open', found: null },
      ['found.1 UNAUTHENTICATED'],
      /on Secret/,
    ],
  ])('may not see %s', async (_what, text, data, errors, neverFetched) => {
    expect(await answered(text)).toEqual({ data, errors });
    expect(shop.asked.join('\n')).not.toMatch(neverFetched);
  });

  test.each(['{ me reports }', '{ ...A } fragment A on Query { me }', 'mutation { second }'])(
    'has nothing fetched by %s, of which everything is denied',
    async (text) => {
      await answered(text);
      expect(shop.asked).toEqual([]);
    },
  );

  test('is told nothing of a denied field that is left out', async () => {
    const text = 'query ($no: Boolean! = false) { open me @include(if: $no) reports @skip(if: true) }';
    expect(await answered(text)).toEqual({ data: { open: 'open' }, errors: [] });
    expect(await answered(text, {}, { no: true })).toEqual({
      data: { open: 'open', me: null },
      errors: ['me UNAUTHENTICATED'],
    });
  });

  test('does not see under a denied name what the router fetched for its own use', async () => {
    const { data } = await answered('{ book { price: id stock: price shelf } }');
    expect(data).toEqual({ book: { price: '1', stock: null, shelf: 'A' } });
  });
});

describe('somebody with a token', () => {
  test.each<[string, string[], string[]]>([
    ['{ me }', [], []],
    ['{ reports }', [], ['reports FORBIDDEN']],
    ['{ reports }', ['a'], ['reports FORBIDDEN']],
    ['{ reports }', ['a', 'b'], []],
    ['{ reports }', ['c'], []],
    ['{ vault { gold } }', [], ['vault FORBIDDEN']],
    ['{ vault { gold } }', ['vault'], []],
    ['{ things { title } }', [], ['things.2.title FORBIDDEN']],
    ['{ things { title } }', ['film'], []],
  ])('gets %s with the scopes %j as they allow', async (text, scopes, errors) => {
    expect((await answered(text, somebody(...scopes))).errors).toEqual(errors);
  });

  test('is not given what another caller was, of the same operation', async () => {
    const operation = '{ me reports }';
    expect((await answered(operation, somebody('c'))).data).toEqual({ me: 'me', reports: 'reports' });
    expect((await answered(operation, somebody())).data).toEqual({ me: 'me', reports: null });
    expect((await answered(operation)).data).toEqual({ me: null, reports: null });
  });
});

test('a denied mutation is not executed, the others are, in their order', async () => {
  const { data, errors } = await answered('mutation { third second first }');
  expect(data).toEqual({ third: 1, second: null, first: 2 });
  expect(errors).toEqual(['second UNAUTHENTICATED']);
  expect(shop.done).toEqual(['third', 'first']);
});

test('a field that is denied in a long list is told of no more than a hundred times', async () => {
  const { data, errors } = await answered(
    'query ($first: Int) { many(first: $first) { id price } }',
    {},
    { first: 150 },
  );
  expect((data as { many: { price: null }[] }).many.filter(({ price }) => price === null)).toHaveLength(150);
  expect(errors).toHaveLength(100);
});

test('what would grow too long by the types behind interfaces is refused, and nothing is fetched', async () => {
  const levels = 16;
  const text = `{ things ${'{ next '.repeat(levels)} { title } ${'}'.repeat(levels)} }`;
  await expect(answered(text)).rejects.toMatchObject({ extensions: { code: 'COST_LIMIT_EXCEEDED' } });
  expect(shop.asked).toEqual([]);
});

test('what pretends to be the type of an object is not compiled: by its type is decided who may see it', async () => {
  await expect(answered('{ things { __typename: title id } }')).rejects.toThrow(NotCompiledError);
});

test('the words are those of the subgraphs', async () => {
  const { errors: ofNobody } = await shop.ask('{ me }');
  const { errors: ofSomebody } = await shop.ask('{ reports }', somebody());
  expect(ofNobody?.[0]?.message).toBe('Query.me needs a token.');
  expect(ofSomebody?.[0]?.message).toBe('Query.reports is not allowed with this token.');
});
