import type { Change } from '../change.js';
import { add, type Edit, replace } from '../edits.js';
import { accounts, catalog, orders, shipping } from '../world-files.js';

const beforePayload = '"What `register` answers."';

/** A mutation more, with its payload. */
function withMutation(
  field: string,
  payload = '"The account." customer: Customer\n  "Why nothing was done." userErrors: [UserError!]!',
): Edit[] {
  return [
    add(accounts, 'register(', `"Says that somebody is there." ${field}`),
    replace(accounts, beforePayload, `"What it answers."\ntype MarkSeenPayload {\n  ${payload}\n}\n\n${beforePayload}`),
  ];
}

export const mannerChanges: readonly Change[] = [
  {
    title: 'a mutation takes something else than an input',
    edits: withMutation('markSeen("Who." customerId: ID!): MarkSeenPayload @authenticated'),
    refused: { 'MUTATION_INPUT Mutation.markSeen': /input: MarkSeenInput!/ },
  },
  {
    title: 'a payload tells of no refusals',
    edits: withMutation('markSeen: MarkSeenPayload @authenticated', '"The account." customer: Customer'),
    refused: { 'PAYLOAD_SHAPE MarkSeenPayload': /extend PayloadType/ },
  },
  {
    title: 'a mutation answers with the thing itself',
    edits: [add(accounts, 'register(', '"Says that somebody is there." markSeen: Customer @authenticated')],
    refused: { 'MUTATION_RESULT Mutation.markSeen': /MarkSeenPayload/ },
  },
  {
    title: 'a mutation is no verb',
    edits: withMutation('seenMark: MarkSeenPayload @authenticated'),
    refused: { 'MUTATION_NAME Mutation.seenMark': /verbs\.ts/, 'MUTATION_RESULT Mutation.seenMark': /SeenMarkPayload/ },
  },
  {
    title: 'what moves goods cannot be sent twice',
    edits: [replace(orders, 'idempotencyKey: ID!', 'idempotencyKey: ID')],
    refused: { 'NOT_IDEMPOTENT Mutation.placeOrder': /idempotencyKey: ID!/ },
  },
  {
    title: 'a price is a Float',
    edits: [add(catalog, 'barcode: Barcode', '"What it cost before." oldPrice: Float')],
    refused: { 'FLOAT Product.oldPrice': /Use Money for money/, 'MONEY_TYPE Product.oldPrice': /Make it Money/ },
  },
  {
    title: 'a client says what something costs',
    edits: [add(orders, '"Of what." productId: ID!', '"What one costs, in minor units." unitPriceMinor: SafeInt')],
    refused: { 'PRICE_FROM_CLIENT OrderLineInput.unitPriceMinor': /Take it out and look it up/ },
  },
  {
    title: 'a field is not described',
    edits: [add(catalog, 'barcode: Barcode', 'colour: String')],
    refused: { 'UNDESCRIBED Product.colour': /Give it a `description`/ },
  },
  {
    title: 'a name is not written as others are',
    edits: [add(catalog, 'barcode: Barcode', '"Its colour." main_colour: String')],
    refused: { 'BADLY_NAMED Product.main_colour': /camelCase/ },
  },
  {
    title: "what one subgraph adds to another's entity is never null",
    edits: [replace(shipping, 'unitsPerParcel: Int', 'unitsPerParcel: Int!')],
    refused: { 'FOREIGN_NOT_NULLABLE Product.unitsPerParcel': /Make it nullable: Int\./ },
  },
  {
    title: 'a connection does not say where its page stands',
    edits: [
      replace(
        orders,
        '"The orders." nodes: [Order!]!\n  "Where the page stands." pageInfo: PageInfo!',
        '"The orders." nodes: [Order!]!',
      ),
    ],
    refused: {
      'FIELD_REMOVED OrderConnection.pageInfo': /Put it back/,
      'CONNECTION_SHAPE OrderConnection': /connectionOf/,
    },
  },
  {
    title: 'a list may grow',
    edits: [replace(catalog, 'related: [Product!] @listSize(assumedSize: 5)', 'related: [Product!]')],
    refused: { 'LIST_MAY_GROW Product.related': /Make it a connection/ },
  },
  {
    title: 'a Boolean is named like a thing',
    edits: [add(catalog, 'barcode: Barcode', '"Whether it is a gift." gift: Boolean')],
    refused: { 'BOOLEAN_NAME Product.gift': /isGift/ },
  },
  {
    title: 'a time is not named like one',
    edits: [add(catalog, 'barcode: Barcode', '"When it came." introduced: DateTime')],
    refused: { 'TIME_TYPE Product.introduced': /ends in At/ },
  },
  {
    title: 'an id is a text',
    edits: [add(catalog, 'barcode: Barcode', '"Who makes it." makerId: String')],
    refused: { 'ID_TYPE Product.makerId': /Make it an ID/ },
  },
  {
    title: 'a refusal is told that nobody declares',
    edits: [replace(orders, 'Refusals: ORDER_EMPTY.', 'Refusals: ORDER_EMPTY, SOLD_OUT.')],
    refused: { 'REFUSAL_UNDECLARED Mutation.placeOrder': /userErrorCodes/ },
  },
  {
    title: 'a refusal is declared that nobody tells of',
    edits: [add(orders, '"Nothing is in the order." ORDER_EMPTY', '"There is none left." SOLD_OUT')],
    refused: { 'REFUSAL_UNTOLD UserErrorCode.SOLD_OUT': /Name it after `Refusals:`/ },
  },
];
