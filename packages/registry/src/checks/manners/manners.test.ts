import { describe, expect, test } from '@jest/globals';
import { remarksOf, type Sdl } from '../../../test/remarks.js';
import type { SdlRule } from '../../sdl/sdl-rule.js';
import { booleanName } from './boolean-name.js';
import { connectionArguments } from './connection-arguments.js';
import { connectionShape } from './connection-shape.js';
import { idType } from './id-type.js';
import { idempotency } from './idempotency.js';
import { moneyType } from './money-type.js';
import { mutationName } from './mutation-name.js';
import { mutationShape } from './mutation-shape.js';
import { noFloat } from './no-float.js';
import { noPriceFromClients } from './no-price-from-clients.js';
import { nullableAcross } from './nullable-across.js';
import { nullableRoot } from './nullable-root.js';
import { payloadShape } from './payload-shape.js';
import { refusalsAgree } from './refusals-agree.js';
import { refusalsTold } from './refusals-told.js';
import { shortList } from './short-list.js';
import { timeType } from './time-type.js';

interface Manner {
  rule: SdlRule;
  good: Sdl;
  bad: Sdl;
  remarks: string[];
}

const money = 'type Money { amountMinor: SafeInt! }';
const cart = 'type Cart @key(fields: "id") { id: ID! total: Int version: Int }';

const cases: Record<string, Manner> = {
  'a mutation begins with a verb': {
    rule: mutationName,
    good: 'type Mutation { placeOrder: Int refundPayment: Int }',
    bad: 'type Mutation { order: Int orderPlacement: Int }',
    remarks: ['MUTATION_NAME Mutation.order', 'MUTATION_NAME Mutation.orderPlacement'],
  },
  'a mutation takes one input and answers with a payload': {
    rule: mutationShape,
    good: `type Mutation { signOut: SignOutPayload clearCart(input: ClearCartInput): ClearCartPayload addLine(input: AddLineInput!): AddLinePayload }
      input ClearCartInput { expectedVersion: Int force: Int! = 1 } input AddLineInput { id: ID! }`,
    bad: `type Mutation { addLine(input: AddLineInput): AddLinePayload cut(id: ID!): CutPayload open(input: OpenInput!): Door }
      input AddLineInput { id: ID! } input OpenInput { id: ID! }`,
    remarks: ['MUTATION_INPUT Mutation.addLine', 'MUTATION_INPUT Mutation.cut', 'MUTATION_RESULT Mutation.open'],
  },
  'a payload holds something nullable and the refusals': {
    rule: payloadShape,
    good: 'type CutPayload { hair: Hair replayed: Boolean! userErrors: [UserError!]! }',
    bad: `type CutPayload { hair: Hair! userErrors: [UserError!]! } type ShavePayload { beard: Beard }
      type RestPayload { userErrors: [UserError!]! }`,
    remarks: ['PAYLOAD_SHAPE CutPayload.hair', 'PAYLOAD_SHAPE ShavePayload', 'PAYLOAD_SHAPE RestPayload'],
  },
  'a root field is nullable, but for subscriptions': {
    rule: nullableRoot,
    good: 'type Query { cart: Cart } type Subscription { cartChanged: Cart! }',
    bad: 'type Query { cart: Cart! } type Mutation { clear: ClearPayload! }',
    remarks: ['ROOT_NOT_NULLABLE Query.cart', 'ROOT_NOT_NULLABLE Mutation.clear'],
  },
  'what is added to the entity of another subgraph, and what leads to one, is nullable': {
    rule: nullableAcross,
    good: { cart, tax: 'type Cart @key(fields: "id") { id: ID! tax: Int } type Bill { cart: Cart }' },
    bad: { cart, tax: 'type Cart @key(fields: "id", resolvable: false) { id: ID! } type Bill { cart: Cart! }' },
    remarks: ['FOREIGN_NOT_NULLABLE Bill.cart'],
  },
  'what an extension adds to an entity is nullable': {
    rule: nullableAcross,
    good: {
      cart: `${cart} extend type Cart { lines: Int! }`,
      tax: 'extend type Cart @key(fields: "id") { id: ID! @external }',
    },
    bad: {
      cart: `${cart} extend type Cart { lines: Int! }`,
      tax: 'extend type Cart @key(fields: "id") { id: ID! lines: Int! @external tax: Int! @requires(fields: "lines") }',
    },
    remarks: ['FOREIGN_NOT_NULLABLE Cart.tax'],
  },
  'nothing is a Float but a ratio or a rating': {
    rule: noFloat,
    good: 'type Review { rating: Float! clickRatio: Float weightGrams: Int }',
    bad: 'type Parcel { weight(in: Float): Float } input ParcelInput { sizes: [Float!] }',
    remarks: ['FLOAT Parcel.weight', 'FLOAT Parcel.weight(in:)', 'FLOAT ParcelInput.sizes'],
  },
  'money is Money, or minor units in a SafeInt': {
    rule: moneyType,
    good: `${money} type Mutation { setPrices: Int } type Line { unitPrice: Money totalCount: Int taxClass: String price: Range pricesIncludeTax: Boolean }
      type Range { lowest: Money } input LineInput { priceMinor: SafeInt price: BoundsInput } input BoundsInput { fromMinor: SafeInt }`,
    bad: `${money} type Line { unitPrice: Int subtotal: String shippingAmount: SafeInt price: Range } type Range { lowest: Int }
      input LineInput { priceMinor: Int }`,
    remarks: [
      'MONEY_TYPE Line.unitPrice',
      'MONEY_TYPE Line.subtotal',
      'MONEY_TYPE Line.shippingAmount',
      'MONEY_TYPE Line.price',
      'MONEY_TYPE LineInput.priceMinor',
    ],
  },
  'a client never says what something costs, and staff may': {
    rule: noPriceFromClients,
    good: `type Mutation { place(input: PlaceInput!): Int price(input: PriceInput!): Int @requiresScopes(scopes: [["pricing:write"]]) }
      input PlaceInput { quoteId: ID! } input PriceInput { amountMinor: SafeInt! } type Query { find(price: PriceInput): Int }`,
    bad: `type Mutation { place(input: PlaceInput!): Int @authenticated } input PlaceInput { lines: [LineInput!]! again: PlaceInput }
      input LineInput { sku: String! unitPrice: Int }`,
    remarks: ['PRICE_FROM_CLIENT LineInput.unitPrice'],
  },
  'a mutation of money or stock can be sent twice': {
    rule: idempotency,
    good: `type Mutation { placeOrder(input: PlaceOrderInput!): PlaceOrderPayload openOrderLink(input: LinkInput!): LinkPayload }
      input PlaceOrderInput { idempotencyKey: ID! } type PlaceOrderPayload { replayed: Boolean! }`,
    bad: `type Mutation { placeOrder(input: PlaceOrderInput!): PlaceOrderPayload adjustStock: StockPayload addLine(input: LineInput!): LinePayload }
      input PlaceOrderInput { idempotencyKey: ID } type PlaceOrderPayload { replayed: Boolean! } input LineInput { idempotencyKey: ID }`,
    remarks: [
      'NOT_IDEMPOTENT Mutation.placeOrder',
      'NOT_IDEMPOTENT Mutation.adjustStock',
      'NOT_IDEMPOTENT Mutation.addLine',
    ],
  },
  'an id is an ID, and nothing else is': {
    rule: idType,
    good: `type Line { id: ID! variantId: ID } type Query { lineById(id: ID!): Line lines(variantIds: [ID!]): Line }
      input LineInput { idempotencyKey: ID! ids: [ID!]! }`,
    bad: 'type Line { id: ID variantId: String! copyOf: ID } type Query { lines(variantIds: [String!]): Line }',
    remarks: ['ID_TYPE Line.id', 'ID_TYPE Line.variantId', 'ID_TYPE Line.copyOf', 'ID_TYPE Query.lines(variantIds:)'],
  },
  'a time ends in At, and nothing else does': {
    rule: timeType,
    good: 'type Order { placedAt: DateTime! format: String }',
    bad: 'type Order { placed: DateTime! paidAt: String }',
    remarks: ['TIME_TYPE Order.placed', 'TIME_TYPE Order.paidAt'],
  },
  'a Boolean can be answered with yes or no': {
    rule: booleanName,
    good: 'type Order { isGift: Boolean hasMore: Boolean inStock: Boolean replayed: Boolean signedOut: Boolean pricesIncludeTax: Boolean orders(unreadOnly: Boolean): Int }',
    bad: 'type Order { gift: Boolean! island: Boolean orders(unread: Boolean): Int }',
    remarks: ['BOOLEAN_NAME Order.gift', 'BOOLEAN_NAME Order.island', 'BOOLEAN_NAME Order.orders(unread:)'],
  },
  'a list that can grow is a connection': {
    rule: shortList,
    good: `type Query { shelves: [Shelf!] @listSize(assumedSize: 9) lines: LineConnection } type Shelf { names: [String!]! marks: [Mark!]! }
      type Mark { text: String } type Line { id: ID! } type LineConnection { nodes: [Line!]! } type CutPayload { lines: [Line!] }`,
    bad: 'type Query { shelves: [Shelf!] } type Shelf { lines: [Line!]! } type Line { id: ID! }',
    remarks: ['LIST_MAY_GROW Query.shelves', 'LIST_MAY_GROW Shelf.lines'],
  },
  'a connection has edges, nodes and a count that is a number': {
    rule: connectionShape,
    good: `type LineConnection { edges: [LineEdge!]! nodes: [Line!]! totalCount: Int! } type LineEdge { node: Line! cursor: String! }
      type FoundConnection { edges: [LineEdge!]! nodes: [Line!]! }`,
    bad: `type LineConnection { edges: [LineEdge!]! nodes: [String] totalCount: String } type LineEdge { node: Line! cursor: Int }
      type FoundConnection { edges: [Found!]! nodes: [Line!]! } type Found { node: Line! cursor: String! }`,
    remarks: ['CONNECTION_SHAPE LineEdge', 'CONNECTION_SHAPE LineConnection', 'CONNECTION_SHAPE Found'],
  },
  'a connection is paged with first and after, and nothing else is': {
    rule: connectionArguments,
    good: 'type Query { lines(first: Int, after: String): LineConnection line(sku: String): Line }',
    bad: `type Query { lines(first: Int): LineConnection shelves(first: Int, after: String): [Shelf!]
      marks(first: Int, after: String, last: Int): MarkConnection }`,
    remarks: [
      'CONNECTION_ARGUMENTS Query.lines',
      'CONNECTION_ARGUMENTS Query.shelves',
      'CONNECTION_ARGUMENTS Query.marks',
    ],
  },
  'refusals are declared, and told where they may come': {
    rule: refusalsTold,
    good: `type Mutation { "Cuts. Refusals: NOT_FOUND, BALD for some. CONFLICT is an error." cut: Int "Rests. Refusals: none." rest: Int }
      enum UserErrorCode { NOT_FOUND BALD GONE @deprecated }`,
    bad: 'type Mutation { "Cuts. Refusals: NOT_FOUND." cut: Int } enum UserErrorCode { BALD }',
    remarks: ['REFUSAL_UNDECLARED Mutation.cut', 'REFUSAL_UNTOLD UserErrorCode.BALD'],
  },
  'a refusal means the same in every subgraph': {
    rule: refusalsAgree,
    good: { cart: 'enum UserErrorCode { "None." GONE "Full." FULL }', orders: 'enum UserErrorCode { "None." GONE }' },
    bad: { cart: 'enum UserErrorCode { "None." GONE }', orders: 'enum UserErrorCode { "Nothing." GONE }' },
    remarks: ['REFUSAL_MEANINGS UserErrorCode.GONE'],
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
