import { describe, expect, test } from '@jest/globals';
import { remarksOf, type Sdl } from '../../../test/remarks.js';
import type { SdlRule } from '../../sdl/sdl-rule.js';
import { cachedForAll } from './cached-for-all.js';
import { noRuleOnInterfaces } from './no-rule-on-interfaces.js';
import { openOnPurpose } from './open-on-purpose.js';
import { personalGuarded } from './personal-guarded.js';
import { requiresGuarded } from './requires-guarded.js';
import { soundsPersonal } from './sounds-personal.js';

interface Case {
  rule: SdlRule;
  good: Sdl;
  bad: Sdl;
  remarks: string[];
}

const customer = 'type Customer @key(fields: "id") @tag(name: "personal") @authenticated { id: ID! email: String }';
const order =
  'type Order @key(fields: "id") { id: ID! note: String @requiresScopes(scopes: [["notes"], ["all"]]) to: Place }';
const place = 'type Place @authenticated { town: String }';

const cases: Record<string, Case> = {
  'whatever is personal has a rule in every subgraph': {
    rule: personalGuarded,
    good: {
      accounts: customer,
      orders:
        'type Customer { id: ID! @authenticated } type Parcel { label: String @tag(name: "personal") @authenticated size: Int }',
    },
    bad: {
      accounts: customer,
      orders:
        'type Customer { id: ID! orders: Int @authenticated } type Parcel { label: String @tag(name: "personal") }',
      payments: 'type Customer { id: ID! payments: Int }',
    },
    remarks: ['PERSONAL_UNGUARDED Customer.id', 'PERSONAL_UNGUARDED Parcel.label', 'PERSONAL_UNGUARDED Customer'],
  },
  'what sounds personal is declared so, or was looked at': {
    rule: soundsPersonal,
    good: {
      accounts: `${customer} type Tokens @tag(name: "not-personal") { accessToken: String }`,
      orders: `type Customer { phone: String } type Link { secret: String @tag(name: "not-personal") } type Warehouse { name: String }
        type Shipment { ship: String tokens: Tokens emailId: ID } input SignInInput { email: String }`,
    },
    bad: `type Order { contactEmail: String line1: String } type Guest { name: String } type Visit { ipAddress: String postalCode: String }
      type Recipient { firstName: String }`,
    remarks: [
      'SOUNDS_PERSONAL Order.contactEmail',
      'SOUNDS_PERSONAL Order.line1',
      'SOUNDS_PERSONAL Guest.name',
      'SOUNDS_PERSONAL Visit.ipAddress',
      'SOUNDS_PERSONAL Visit.postalCode',
      'SOUNDS_PERSONAL Recipient.firstName',
    ],
  },
  'what is made of a guarded field has at least its guard': {
    rule: requiresGuarded,
    good: {
      orders: `${order} ${place}`,
      tax: `type Order @key(fields: "id") { id: ID! note: String @external to: Place @external
          length: Int @requires(fields: "note") @requiresScopes(scopes: [["all", "more"]])
          rate: Int @requires(fields: "to { town }") @authenticated
          size: Int @requires(fields: "id") }
        type Place { town: String @external }`,
    },
    bad: {
      orders: `${order} ${place}`,
      tax: `type Order @key(fields: "id") { id: ID! note: String @external to: Place @external
          length: Int @requires(fields: "note") @requiresScopes(scopes: [["all"], ["more"]])
          words: Int @requires(fields: "note") @authenticated
          rate: Int @requires(fields: "to { ... on Place { town } }") }
        type Place { town: String @external }`,
    },
    remarks: ['REQUIRES_UNGUARDED Order.length', 'REQUIRES_UNGUARDED Order.words', 'REQUIRES_UNGUARDED Order.rate'],
  },
  'no rule stands on an interface': {
    rule: noRuleOnInterfaces,
    good: 'interface Node { id: ID! } type Order implements Node @authenticated { id: ID! }',
    bad: 'interface Node @authenticated { id: ID! } interface Noted { note: String @requiresScopes(scopes: [["notes"]]) }',
    remarks: ['RULE_ON_INTERFACE Node', 'RULE_ON_INTERFACE Noted.note'],
  },
  'what not everybody may see is not kept for everybody': {
    rule: cachedForAll,
    good: {
      accounts: `${customer} type Query { me: Customer @authenticated @cacheControl(maxAge: 9, scope: PRIVATE) shelves: Int @cacheControl(maxAge: 9) }
        type Shelf @cacheControl(maxAge: 9) { size: Int note: String @authenticated @cacheControl(scope: PRIVATE) }`,
      orders: 'type Customer @cacheControl(scope: PRIVATE) { points: Int @cacheControl(scope: PRIVATE) }',
    },
    bad: {
      accounts: `${customer} type Query { me: Customer @authenticated @cacheControl(maxAge: 9, scope: PUBLIC) }
        type Shelf @cacheControl(maxAge: 9) { size: Int note: String @authenticated }
        type Box { label: String @tag(name: "personal") @authenticated @cacheControl(inheritMaxAge: true) }`,
      orders: `type Customer @cacheControl(maxAge: 9, scope: PUBLIC) { points: Int @cacheControl(maxAge: 9) }
        type Visit { of: Customer @cacheControl(maxAge: 9) }`,
    },
    remarks: [
      'CACHED_FOR_ALL Query.me',
      'CACHED_FOR_ALL Shelf.note',
      'CACHED_FOR_ALL Box.label',
      'CACHED_FOR_ALL Customer',
      'CACHED_FOR_ALL Customer.points',
      'CACHED_FOR_ALL Visit.of',
    ],
  },
  'what is open to all is so on purpose': {
    rule: openOnPurpose,
    good: `${customer} type Mutation { signIn: Int @tag(name: "open") signOut: Int @authenticated }
      type Query { me: Customer @authenticated shelves: Int somebody: Customer @tag(name: "open") }`,
    bad: `${customer} type Mutation { signIn: Int cut: Int @tag(name: "open") @authenticated }
      type Query { me: Customer customers: CustomerConnection } type Subscription { came: Customer! }
      type CustomerConnection { nodes: [Customer!]! }`,
    remarks: [
      'MUTATION_UNGUARDED Mutation.signIn',
      'ROOT_UNGUARDED Query.me',
      'ROOT_UNGUARDED Query.customers',
      'ROOT_UNGUARDED Subscription.came',
      'OPEN_YET_GUARDED Mutation.cut',
    ],
  },
};

describe.each(Object.entries(cases))('%s', (_title, { rule, good, bad, remarks }) => {
  test('where it is so, nothing is remarked', () => {
    expect(remarksOf(rule, good)).toEqual([]);
  });

  test('where it is not, each place is', () => {
    expect(remarksOf(rule, bad)).toEqual(remarks);
  });
});
