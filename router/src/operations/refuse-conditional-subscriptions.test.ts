import { expect, test } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { refuseConditionalSubscriptions } from './refuse-conditional-subscriptions.js';

const schema = buildSchema(`
  type Query { order: Order }
  type Order { id: ID, number: String }
  type Subscription { changed: Order, removed: Order }
`);

/** In the order in which Apollo Server asks them. */
const rules = [...specifiedRules, refuseConditionalSubscriptions];

function problemsOf(document: string) {
  return validate(schema, parse(document), rules).map(({ message, locations = [] }) => ({
    message,
    columns: locations.map(({ column }) => column),
  }));
}

const message = '@skip and @include are not allowed on the root field of a subscription.';

test.each([
  ['@skip by a variable', 'subscription ($on: Boolean!) { changed @skip(if: $on) { id } }', [40]],
  ['@include by a variable', 'subscription ($on: Boolean!) { changed @include(if: $on) { id } }', [40]],
  [
    '@include by a variable with a default',
    'subscription ($on: Boolean = true) { changed @include(if: $on) { id } }',
    [46],
  ],
  ['@skip by a constant', 'subscription { changed @skip(if: false) { id } }', [24]],
  ['@include by a constant', 'subscription { changed @include(if: true) { id } }', [24]],
  ['@skip without a condition', 'subscription { changed @skip { id } }', [24]],
  ['both of them', 'subscription { changed @skip(if: false) @include(if: true) { id } }', [24, 41]],
  ['a condition on an inline fragment', 'subscription ($on: Boolean!) { ... @skip(if: $on) { changed { id } } }', [36]],
  [
    'a condition in an inline fragment',
    'subscription { ... on Subscription { changed @skip(if: true) { id } } }',
    [46],
  ],
])('a subscription with %s at its root is refused with the place', (_what, document, columns) => {
  expect(problemsOf(document)).toEqual([{ message, columns }]);
});

test.each([
  [
    'on the spread of a fragment',
    'subscription ($on: Boolean!) { ...A @skip(if: $on) } fragment A on Subscription { changed { id } }',
  ],
  [
    'in a fragment',
    'subscription ($on: Boolean!) { ...A } fragment A on Subscription { changed @skip(if: $on) { id } }',
  ],
  [
    'in a fragment of a fragment',
    'subscription ($on: Boolean!) { ...A } fragment A on Subscription { ...B } fragment B on Subscription { changed @skip(if: $on) { id } }',
  ],
  [
    'in a fragment that spreads itself',
    'subscription { ...A } fragment A on Subscription { ...A changed @skip(if: true) { id } }',
  ],
  [
    'in one of several operations',
    'query A { order { id } } subscription B($on: Boolean!) { changed @skip(if: $on) { id } }',
  ],
  [
    'in a fragment of two subscriptions',
    'subscription A { ...C } subscription B { ...C } fragment C on Subscription { changed @skip(if: true) { id } }',
  ],
])('a condition %s is found, and told once', (_where, document) => {
  expect(problemsOf(document)).toEqual([{ message, columns: [expect.any(Number)] }]);
});

test.each([
  ['without a condition', 'subscription { changed { id } }'],
  [
    'with conditions below its root',
    'subscription ($on: Boolean!) { changed { id @skip(if: $on) ... @include(if: $on) { number } } }',
  ],
  [
    'with conditions in a fragment below its root',
    'subscription ($on: Boolean!) { changed { ...A } } fragment A on Order { id @skip(if: $on) }',
  ],
])('a subscription %s is let pass', (_what, document) => {
  expect(problemsOf(document)).toEqual([]);
});

test('a query may select its root fields by conditions', () => {
  expect(problemsOf('query ($on: Boolean!) { order @skip(if: $on) { id } }')).toEqual([]);
});

test('other mistakes of subscriptions are told as ever', () => {
  const [problem] = problemsOf('subscription { changed { id } removed { id } }');
  expect(problem?.message).toContain('must select only one top level field');
});
