import type { Change } from '../change.js';
import { add, cut, replace } from '../edits.js';
import { catalog, orders } from '../world-files.js';

const text = '"What it is like." text: String';

export const fieldChanges: readonly Change[] = [
  {
    title: 'a field goes that clients ask for',
    edits: [cut(catalog, 'channel: Channel!')],
    refused: {
      'FIELD_REMOVED Product.channel': /deprecate it first/,
      'OPERATION_INVALID web@1.4.0 ProductPage': /Give the API what the operation asks for/,
      'OPERATION_INVALID web@1.5.0 ProductList': /operations:retire/,
    },
  },
  {
    title: 'a field goes that nobody asks for, unannounced',
    edits: [cut(catalog, 'keywords: [String!]!')],
    refused: { 'FIELD_REMOVED Product.keywords': /deprecate it first/ },
  },
  {
    title: 'a deprecated field goes after its day, and nobody asks for it',
    edits: [cut(catalog, 'title: String')],
    passed: { 'FIELD_REMOVED Product.title': /2026-05-31, which is past/ },
  },
  {
    title: 'a deprecated field goes before its day',
    edits: [cut(catalog, 'summary: String')],
    refused: { 'FIELD_REMOVED Product.summary': /until 2026-12-31 is past/ },
  },
  {
    title: 'a deprecated field goes after its day, and a client asks for it',
    edits: [cut(catalog, 'label: String')],
    refused: {
      'FIELD_REMOVED Product.label': /when web 1\.4\.0 is out of use, npm run operations:retire/,
      'OPERATION_INVALID web@1.4.0 ProductPage': /operations:retire/,
    },
  },
  {
    title: 'a field gets another name',
    edits: [replace(catalog, 'barcode: Barcode', 'ean: Barcode')],
    refused: { 'FIELD_REMOVED Product.barcode': /deprecate it first/ },
  },
  {
    title: 'a field comes',
    edits: [add(catalog, 'barcode: Barcode', '"Its colour." colour: String')],
    passed: { 'FIELD_ADDED Product.colour': /added/ },
  },
  {
    title: 'a field is described in other words',
    edits: [replace(catalog, '"What it is like."', '"What it is like, in a few words."')],
    passed: { 'DESCRIPTION_CHANGED Product.text': /in a few words/ },
  },
  {
    title: 'a field is deprecated in the form of the house',
    edits: [replace(catalog, text, `${text} @deprecated(reason: "Use name. Removal: 2026-12-31.")`)],
    passed: { 'FIELD_DEPRECATION_ADDED Product.text': /deprecated/ },
  },
  {
    title: 'a field is deprecated without a day',
    edits: [replace(catalog, text, `${text} @deprecated(reason: "Use name.")`)],
    refused: { 'DEPRECATION_FORM Product.text': /Removal: 2026-12-15/ },
  },
  {
    title: 'a field is deprecated, and its day is past already',
    edits: [replace(catalog, text, `${text} @deprecated(reason: "Use name. Removal: 2026-06-14.")`)],
    refused: { 'REMOVAL_DAY_PAST Product.text': /Name a day that leaves clients time.* deprecationReason: / },
  },
  {
    title: 'a deprecated field is to go earlier than it was said',
    edits: [replace(catalog, 'Use text. Removal: 2026-12-31.', 'Use text. Removal: 2026-12-30.')],
    refused: { 'REMOVAL_DAY_EARLIER Product.summary': /Name 2026-12-31 again, or a later day/ },
  },
  {
    title: 'a deprecated field whose day is past gets another day that is past',
    edits: [
      replace(
        catalog,
        'title: String @deprecated(reason: "Use name. Removal: 2026-05-31.")',
        'title: String @deprecated(reason: "Use name. Removal: 2026-06-01.")',
      ),
    ],
    refused: { 'REMOVAL_DAY_PAST Product.title': /Name a day that leaves clients time/ },
  },
  {
    title: 'a deprecated field is deprecated for another reason',
    edits: [replace(catalog, 'Use text. Removal: 2026-12-31.', 'Use name. Removal: 2026-12-31.')],
    passed: { 'FIELD_DEPRECATION_REASON_CHANGED Product.summary': /Use name/ },
  },
  {
    title: 'a deprecated field is of another type after its day',
    edits: [replace(catalog, 'title: String @dep', 'title: Int @dep')],
    refused: { 'FIELD_TYPE_CHANGED Product.title': /Give it back its type String: .* Or remove it .* add it anew/ },
  },
  {
    title: 'a field is deprecated no more',
    edits: [replace(catalog, ' @deprecated(reason: "Use text. Removal: 2026-12-31.")', '')],
    passed: { 'FIELD_DEPRECATION_REMOVED Product.summary': /no longer deprecated/ },
  },
  {
    title: 'a deprecated field gets more time',
    edits: [replace(catalog, 'Use text. Removal: 2026-12-31.', 'Use text. Removal: 2027-06-30.')],
    passed: { 'FIELD_DEPRECATION_REASON_CHANGED Product.summary': /2027-06-30/ },
  },
  {
    title: 'an Int becomes a Float',
    edits: [replace(catalog, 'starRating: Int', 'starRating: Float')],
    refused: { 'FIELD_TYPE_CHANGED Product.starRating': /add a field of type Float beside it/ },
  },
  {
    title: 'one becomes a list',
    edits: [replace(catalog, text, '"What it is like." text: [String!]')],
    refused: { 'FIELD_TYPE_CHANGED Product.text': /Give it back its type String/ },
  },
  {
    title: 'a list becomes one',
    edits: [replace(catalog, 'keywords: [String!]!', 'keywords: String!')],
    refused: { 'FIELD_TYPE_CHANGED Product.keywords': /Give it back its type \[String!\]!/ },
  },
  {
    title: 'what was always there may be absent',
    edits: [replace(orders, '"How many." quantity: Int!\n', '"How many." quantity: Int\n')],
    refused: { 'FIELD_TYPE_CHANGED OrderLine.quantity': /Give it back its type Int!/ },
  },
  {
    title: 'what could be absent is always there',
    edits: [replace(catalog, 'starRating: Int', 'starRating: Int!')],
    passed: { 'FIELD_TYPE_CHANGED Product.starRating': /from 'Int' to 'Int!'/ },
  },
  {
    title: 'an entry of a list may be absent',
    edits: [replace(catalog, 'keywords: [String!]!', 'keywords: [String]!')],
    refused: { 'FIELD_TYPE_CHANGED Product.keywords': /Give it back its type \[String!\]!/ },
  },
  {
    title: 'no entry of a list is absent any more',
    edits: [replace(catalog, 'nicknames: [String]!', 'nicknames: [String!]!')],
    passed: { 'FIELD_TYPE_CHANGED Product.nicknames': /to '\[String!\]!'/ },
  },
  {
    title: 'a scalar gives way to another',
    edits: [replace(catalog, 'barcode: Barcode', 'barcode: String')],
    refused: { 'FIELD_TYPE_CHANGED Product.barcode': /Give it back its type Barcode/ },
  },
  {
    title: 'a scalar is specified elsewhere',
    edits: [replace(catalog, 'standards/barcodes/ean-upc', 'standards/barcodes/ean')],
    warned: { 'DIRECTIVE_USAGE_ARGUMENT_REMOVED Barcode': /undo it/ },
  },
  {
    title: 'a root field is never null any more',
    edits: [replace(catalog, '): Product\n', '): Product!\n')],
    refused: { 'ROOT_NOT_NULLABLE Query.product': /Make it nullable: Product\./ },
  },
  {
    title: 'what a subscription tells is of another type',
    edits: [replace(orders, '"What it is now." status: OrderStatus!', '"What it is now." status: String!')],
    refused: { 'FIELD_TYPE_CHANGED OrderStatusChange.status': /Give it back its type OrderStatus!/ },
  },
  {
    title: 'a subscription answers with something else',
    edits: [replace(orders, '): OrderStatusChange! @auth', '): Order! @auth')],
    refused: {
      'FIELD_TYPE_CHANGED Subscription.orderStatusChanged': /under another name/,
      'OPERATION_INVALID web@1.4.0 Follow': /Give the API/,
    },
  },
];
