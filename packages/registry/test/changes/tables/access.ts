import type { Change } from '../change.js';
import { add, replace } from '../edits.js';
import { accounts, catalog, shipping } from '../world-files.js';

const onPurchasePrice = 'purchasePrice: Money @requiresScopes(scopes: [["catalog:read"]])';

export const accessChanges: readonly Change[] = [
  {
    title: 'a personal type loses its rule',
    edits: [
      replace(
        shipping,
        'type Parcel @key(fields: "id") @tag(name: "personal") @authenticated',
        'type Parcel @key(fields: "id") @tag(name: "personal")',
      ),
    ],
    refused: { 'PERSONAL_UNGUARDED Parcel': /Put @Directive\('@authenticated'\).* on Parcel/ },
  },
  {
    title: 'a field that is not personal loses its rule',
    edits: [replace(catalog, onPurchasePrice, 'purchasePrice: Money')],
    warned: { 'ACCESS_RULE_REMOVED Product.purchasePrice': /put the rule back/ },
  },
  {
    title: 'a rule is loosened',
    edits: [replace(catalog, onPurchasePrice, onPurchasePrice.replace('"]]', '"], ["orders:read"]]'))],
    warned: { 'ACCESS_RULE_LOOSENED Product.purchasePrice': /put the rule back/ },
  },
  {
    title: 'a rule comes to a field that a client asks for',
    edits: [replace(catalog, '"What it is like." text: String', '"What it is like." text: String @authenticated')],
    refused: { 'ACCESS_RULE_ADDED Product.text': /put the rule on a new field beside it/ },
  },
  {
    title: 'a rule comes to a field that nobody asks for',
    edits: [replace(catalog, 'barcode: Barcode', 'barcode: Barcode @authenticated')],
    passed: { 'ACCESS_RULE_ADDED Product.barcode': /asks for a token now/ },
  },
  {
    title: 'a field is made of a guarded one, and has no rule',
    edits: [
      replace(
        shipping,
        '"purchasePrice { amountMinor currency }") @requiresScopes(scopes: [["catalog:read"]])',
        '"purchasePrice { amountMinor currency }")',
      ),
    ],
    refused: {
      'MISSING_TRANSITIVE_AUTH_REQUIREMENTS Product.insuredPrice': /the access rules of the fields that it requires/,
    },
  },
  {
    title: 'a field sounds personal, and nobody says whether it is',
    edits: [add(catalog, 'barcode: Barcode', '"Where its maker gets mail." makerEmail: String')],
    refused: { 'SOUNDS_PERSONAL Product.makerEmail': /"not-personal"/ },
  },
  {
    title: 'a root field leads to something personal, and has no rule',
    edits: [replace(accounts, 'me: Customer @authenticated', 'me: Customer')],
    refused: { 'ROOT_UNGUARDED Query.me': /declare it so/ },
  },
  {
    title: 'a mutation has no rule, and is not declared open',
    edits: [replace(accounts, ' @tag(name: "open")', '')],
    refused: { 'MUTATION_UNGUARDED Mutation.register': /declare it so/ },
  },
  {
    title: 'a mutation is declared open, and has a rule',
    edits: [replace(accounts, ' @tag(name: "open")', ' @tag(name: "open") @authenticated')],
    refused: { 'OPEN_YET_GUARDED Mutation.register': /Take away the tag, or the rule/ },
  },
  {
    title: 'a rule stands on an interface',
    edits: [replace(catalog, 'interface Named {', 'interface Named @authenticated {')],
    refused: { 'AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE Named': /on every type that implements the interface/ },
  },
];
