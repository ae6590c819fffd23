import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { ownSupergraphPath } from '../supergraph/load-supergraph.js';
import { GuardedSupergraph } from './guarded-supergraph.js';

const links = `
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
  @link(url: "https://specs.apollo.dev/cost/v0.1")`;
const security = `
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)`;

function rulesOf(types: string): Record<string, unknown> {
  const { rules } = GuardedSupergraph.read(`schema ${links} ${security} { query: Query } ${types}`);
  return Object.fromEntries([...rules].map(([coordinate, { scopes }]) => [coordinate, scopes]));
}

describe('a supergraph with access rules', () => {
  const { sdl, rules } = GuardedSupergraph.read(`
    schema ${links} ${security} { query: Query }
    directive @authenticated on FIELD_DEFINITION
    directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION
    directive @cost(weight: Int!) on FIELD_DEFINITION
    scalar requiresScopes__Scope
    scalar join__FieldSet
    type Query @join__type(graph: ORDERS) {
      me: String @authenticated @join__field(graph: ORDERS)
      orders: String @requiresScopes(scopes: [["orders:read"]]) @cost(weight: 3)
    }`);

  test('loses the rules and what declares them', () => {
    expect(sdl).not.toMatch(/authenticated|requiresScopes|SECURITY/);
  });

  test('keeps everything else', () => {
    expect(sdl).toContain('me: String @join__field(graph: ORDERS)');
    expect(sdl).toContain('orders: String @cost(weight: 3)');
    expect(sdl).toContain('scalar join__FieldSet');
    expect(sdl).toContain('join/v0.5');
  });

  test('has them in its table', () => {
    expect(Object.fromEntries(rules)).toEqual({
      'Query.me': { scopes: [] },
      'Query.orders': { scopes: [[['orders:read']]] },
    });
  });
});

test("every rule of the repository's own supergraph is in the table, and none is in what the gateway loads", () => {
  const text = readFileSync(ownSupergraphPath(), 'utf8');
  const written = text.split('\n').filter((line) => /@(authenticated|requiresScopes)(\W|$)/.test(line));
  const applied = written.filter((line) => !line.startsWith('directive'));
  const { sdl, rules } = GuardedSupergraph.read(text);
  expect(rules.size).toBe(applied.length);
  expect(rules.size).toBeGreaterThan(50);
  expect(sdl).not.toMatch(/authenticated|requiresScopes/);
});

test('rules of types, of fields and of values are told apart', () => {
  expect(
    rulesOf(`type Query { a: A @authenticated @requiresScopes(scopes: [["x", "y"], ["z"]]) }
      type A @authenticated { b: B }
      enum B @requiresScopes(scopes: [["b"]]) { ONE }`),
  ).toEqual({ 'Query.a': [[['x', 'y'], ['z']]], A: [], B: [[['b']]] });
});

test('rules that ask the same are one', () => {
  const { rules } = GuardedSupergraph.read(
    `schema ${security} { query: Query } type Query { a: Int @authenticated b: Int @authenticated }`,
  );
  expect(rules.get('Query.a')).toBe(rules.get('Query.b'));
});

test.each([
  ['as: "signedIn"', 'signedIn'],
  ['import: [{ name: "@authenticated", as: "@signedIn" }]', 'signedIn'],
  ['import: ["@authenticated"]', 'authenticated'],
])('rules that a link names by %s are found', (how, name) => {
  const { sdl, rules } = GuardedSupergraph.read(`
    schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", ${how}) { query: Query }
    directive @${name} on FIELD_DEFINITION
    type Query { me: String @${name} }`);
  expect([...rules.keys()]).toEqual(['Query.me']);
  expect(sdl).not.toContain(`@${name}`);
});

describe('what composition tells of an interface about the types behind it', () => {
  const types = (rule: string) => `
    type Query { nodes: [Node] }
    interface Node ${rule} { id: ID }
    type A implements Node @requiresScopes(scopes: [["a"], ["x"]]) { id: ID }
    type B implements Node @requiresScopes(scopes: [["b"]]) { id: ID }
    type C implements Node { id: ID }`;

  test.each(['@authenticated', '@requiresScopes(scopes: [["a", "b"], ["x", "b"]])'])('is left out: %s', (rule) => {
    expect(Object.keys(rulesOf(types(rule)))).toEqual(['A', 'B']);
  });

  test('is refused when it asks for more, which nobody would enforce', () => {
    expect(() => rulesOf(types('@requiresScopes(scopes: [["admin"]])'))).toThrow(
      'Nobody enforces the access rule of Node, because it belongs to an interface: put it on every type that implements the interface.',
    );
  });
});

test('what is hidden from all clients stays marked: the gateway hides it', () => {
  const supergraph = `
    schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
    directive @inaccessible on FIELD_DEFINITION
    type Query { me: String secret: String @inaccessible }`;
  expect(GuardedSupergraph.read(supergraph).sdl).toBe(print(parse(supergraph)));
});

test('a supergraph without rules stays as it is', () => {
  const supergraph = `schema ${links} { query: Query } type Query { me: String }`;
  expect(GuardedSupergraph.read(supergraph).sdl).toBe(print(parse(supergraph)));
});

test.each([
  [
    'of a kind that nobody knows',
    'type Query { me: String @policy(policies: [["x"]]) }',
    "Nobody enforces the supergraph's rules @policy.",
  ],
  [
    'of an argument',
    'type Query { me(id: ID @authenticated): String }',
    'Nobody enforces @authenticated at a place that is neither a type nor a field of one.',
  ],
  [
    'whose scopes are no lists',
    'type Query { me: String @requiresScopes(scopes: ["x"]) }',
    '@requiresScopes needs a list of lists of scopes.',
  ],
])('a rule %s is refused: what it guards would be open', (_what, types, message) => {
  const policy = types.includes('@policy') ? '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)' : '';
  expect(() => GuardedSupergraph.read(`schema ${security} ${policy} { query: Query } ${types}`)).toThrow(message);
});
