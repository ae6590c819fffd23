import { expect, test } from '@jest/globals';
import { aChangeOf } from '../../../test/builders/a-composed-state.js';
import { deprecationPolicy } from './deprecation-policy.js';

function faults(reason: string): string[] {
  const deprecated = `@deprecated(reason: ${JSON.stringify(reason)})`;
  const sdl = `
type Query { a(b: Int ${deprecated}, c: In): E ${deprecated} }
enum E { ON ${deprecated} OFF }
input In { d: Int ${deprecated} }`;
  return deprecationPolicy(aChangeOf(sdl, sdl)).map(({ code, coordinate, line }) => `${code} ${coordinate}:${line}`);
}

const everyPlace = ['E.ON:3', 'In.d:4', 'Query.a(b:):2', 'Query.a:2'].map((place) => `DEPRECATION_FORM ${place}`);

test.each(['Use Query.other. Removal: 2027-01-31.', 'Nothing replaces it. Removal: 2027-01-31'])(
  'says what to use and until when: %s',
  (reason) => {
    expect(faults(reason)).toEqual([]);
  },
);

test.each([
  'No longer supported',
  'Use Query.other.',
  'Removal: 2027-01-31.',
  'Use Query.other. Removal: soon.',
  'Use Query.other. Removal: 2027-02-30.',
])('does not say both: %s', (reason) => {
  expect(faults(reason).sort()).toEqual(everyPlace);
});

test('the way out is to copy', () => {
  const sdl = 'type Query { a: Int @deprecated  b: Int }';
  const [error] = deprecationPolicy(aChangeOf(sdl, sdl));
  expect(error).toMatchObject({ check: 'api', level: 'error', file: 'schema/subgraphs/shop.graphql' });
  expect(error?.fix).toContain('@deprecated(reason: "Use <what>. Removal: 2026-12-15.")');
});
