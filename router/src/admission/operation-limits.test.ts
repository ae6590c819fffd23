import { expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { nobody } from '../identity/identity.js';
import { all, type IncomingOperation } from './concern.js';
import { limitLists } from './list-sizes.js';
import { operationLimits } from './operation-limits.js';
import { soleOperation } from './sole-operation.js';

const decide = all([...operationLimits, ...limitLists]);

function incoming(text: string, variables: Record<string, unknown> = {}): IncomingOperation {
  const document = parse(text);
  const definition = getOperationAST(document, document.definitions.length > 1 ? 'Main' : undefined);
  if (!definition) throw new Error('no such operation');
  return { ...soleOperation(document, definition), variables, context: { identity: nobody, requestId: '1' } };
}

const nested = (depth: number) => `{ ${'a { '.repeat(depth - 1)}b${' }'.repeat(depth - 1)} }`;
const fields = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_item, n) => of(n)).join(' ');

test.each([
  ['depth', nested(10), nested(11), 'DEPTH_LIMIT_EXCEEDED', { limit: 10, actual: 11 }],
  [
    'aliases',
    `{ ${fields(15, (n) => `a${n}: b`)} }`,
    `{ ${fields(16, (n) => `a${n}: b`)} }`,
    'ALIAS_LIMIT_EXCEEDED',
    { limit: 15, actual: 16 },
  ],
  [
    'directives',
    `{ ${fields(20, () => 'a @skip(if: false)')} }`,
    `{ ${fields(21, () => 'a @skip(if: false)')} }`,
    'BAD_REQUEST',
    { limit: 20, actual: 21 },
  ],
  [
    'mutations',
    `mutation { ${fields(5, (n) => `a${n}: change`)} }`,
    `mutation { ${fields(6, (n) => `a${n}: change`)} }`,
    'BAD_REQUEST',
    { limit: 5, actual: 6 },
  ],
  [
    'items of a list',
    `{ a(ids: [${'1 '.repeat(100)}]) }`,
    `{ a(ids: [${'1 '.repeat(101)}]) }`,
    'BAD_USER_INPUT',
    { limit: 100, actual: 101 },
  ],
])('the number of %s is limited', async (_what, allowed, refused, code, details) => {
  await decide(incoming(allowed));
  await expect(decide(incoming(refused))).rejects.toMatchObject({ extensions: { code, ...details } });
});

test('what is hidden in fragments counts', async () => {
  const hidden = 'query Main { ...F } fragment F on Query { a { ...G } } fragment G on Query ';
  await expect(decide(incoming(hidden + nested(10)))).rejects.toMatchObject({ extensions: { actual: 11 } });
  const mutations = `mutation Main { ...F } fragment F on Mutation { ... on Mutation { ${fields(6, (n) => `a${n}: b`)} } }`;
  await expect(decide(incoming(mutations))).rejects.toMatchObject({ extensions: { actual: 6 } });
});

test('only the operation that is asked for counts, not its neighbours', async () => {
  await decide(incoming(`query Main { a } query Other ${nested(20)}`));
});

test('guesses at a secret come one at a time', async () => {
  await decide(incoming('mutation { signIn(email: "a") { token } }'));
  const refused = decide(incoming('mutation { a: signIn(email: "a") { token } b: signIn(email: "b") { token } }'));
  await expect(refused).rejects.toMatchObject({ extensions: { code: 'BAD_REQUEST', limit: 1, actual: 2 } });
});

test('a list in the variables is measured however deep it is', async () => {
  const refused = decide(incoming('query ($in: In) { a(in: $in) }', { in: { deep: [{ ids: Array(101).fill(1) }] } }));
  await expect(refused).rejects.toMatchObject({
    message: 'A list in the variable "$in" has 101 items; 100 are allowed.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
