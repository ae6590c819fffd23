import { describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { stripAccessRules } from './strip-access-rules.js';

const links = `
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
  @link(url: "https://specs.apollo.dev/cost/v0.1")`;

function strip(supergraph: string): string {
  return print(stripAccessRules(parse(supergraph)));
}

describe('a supergraph with access rules', () => {
  const stripped = strip(`
    schema ${links}
      @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
      @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY) { query: Query }
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
    expect(stripped).not.toMatch(/authenticated|requiresScopes|SECURITY/);
  });

  test('keeps everything else', () => {
    expect(stripped).toContain('me: String @join__field(graph: ORDERS)');
    expect(stripped).toContain('orders: String @cost(weight: 3)');
    expect(stripped).toContain('scalar join__FieldSet');
    expect(stripped).toContain('join/v0.5');
  });
});

test('rules under another name are found by their link', () => {
  const stripped = strip(`
    schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "authenticated", for: SECURITY) { query: Query }
    type Query { me: String @authenticated }`);
  expect(stripped).toContain('me: String\n');
});

test('what is hidden from all clients stays marked: the gateway hides it', () => {
  const supergraph = `
    schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }
    directive @inaccessible on FIELD_DEFINITION
    type Query { me: String secret: String @inaccessible }`;
  expect(strip(supergraph)).toBe(print(parse(supergraph)));
});

test('a supergraph without rules stays as it is', () => {
  const supergraph = `schema ${links} { query: Query } type Query { me: String }`;
  expect(strip(supergraph)).toBe(print(parse(supergraph)));
});

test('a kind of rule that no subgraph enforces is refused, as its fields would be open', () => {
  const supergraph = `
    schema @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }
    type Query { me: String @policy(policies: [["x"]]) }`;
  expect(() => strip(supergraph)).toThrow("Nobody enforces the supergraph's rules @policy.");
});
