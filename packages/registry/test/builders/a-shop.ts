import { expect } from '@jest/globals';
import { apiChanges } from '../../src/checks/api/api-changes.js';
import type { Finding } from '../../src/checks/finding.js';
import { aChangeOf } from './a-composed-state.js';

/** A shop whose API has a bit of everything. */
export const shop = `
type Query {
  order(id: ID!, currency: String): Order
  find(filter: Filter, sort: Sort): Found
  person: Person
}
type Order { id: ID!  total: Int!  note: String  status: Status  bill: Bill }
type Bill { number: String }
type Person implements Named { name: String!  age: Int! }
interface Named { name: String! }
union Found = Order | Person
enum Status { OPEN DONE }
enum Sort { NEW OLD }
input Filter { text: String!  limit: Int = 5  sort: Sort }
directive @mark(note: String) on FIELD
`;

/** What its clients send. */
export const documents = {
  'web@1.4.0': `query Total { order(id: 1) { total status } }
    query Find($filter: Filter) { find(filter: $filter, sort: NEW) { ... on Order { id } } }`,
  demo: 'query Person { person { ... on Named { name } } }',
};

/** The shop with pieces of its SDL replaced. */
export function shopWith(...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((sdl, [from, to]) => {
    expect(sdl).toContain(from);
    return sdl.replace(from, to);
  }, shop);
}

/** Who a finding says is concerned. */
export function users({ usedBy = [] }: Finding): string[] {
  return usedBy.map(({ client, version, name }) => `${client}@${version} ${name}`);
}

/** What is found when a piece of the shop is replaced by another. */
export async function findings(from: string, to: string): Promise<Finding[]> {
  return apiChanges(aChangeOf(shop, shopWith([from, to]), documents));
}
