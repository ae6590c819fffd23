import type { Change } from '../change.js';
import { add, cut, remove, replace, write } from '../edits.js';
import { catalog, orders, shipping } from '../world-files.js';

const text = '"What it is like." text: String';

export const federationChanges: readonly Change[] = [
  {
    title: 'a key goes that other subgraphs refer by',
    edits: [replace(catalog, 'Named @key(fields: "id") @key(fields: "sku")', 'Named @key(fields: "sku")')],
    refused: {
      'INVALID_FIELD_SHARING Product.id': /^Put @key\(fields: "id"\) back on Product in catalog, beside any new key: /,
    },
  },
  {
    title: 'a key goes that another subgraph refers by, and every subgraph serves the id',
    edits: [
      replace(orders, 'type Order @key(fields: "id") @key(fields: "number")', 'type Order @key(fields: "number")'),
      replace(orders, '"Its id." id: ID!\n  "What people', '"Its id." id: ID! @shareable\n  "What people'),
    ],
    refused: { 'KEY_REMOVED Order': /Keep @key\(fields: "id"\) until nobody refers by it/ },
  },
  {
    title: 'a key goes that nobody refers by',
    edits: [replace(catalog, ' @key(fields: "sku")', '')],
    warned: { 'KEY_REMOVED Product': /Keep @key\(fields: "sku"\) if somebody may refer by it/ },
  },
  {
    title: 'a key changes',
    edits: [replace(catalog, '@key(fields: "sku")', '@key(fields: "sku channel")')],
    warned: { 'KEY_CHANGED Product': /Keep @key\(fields: "sku"\) beside the new one/ },
  },
  {
    title: 'a second key comes',
    edits: [
      replace(
        catalog,
        'Bundle implements Named @key(fields: "id")',
        'Bundle implements Named @key(fields: "id") @key(fields: "name")',
      ),
    ],
    passed: { 'KEY_ADDED Bundle': /another key/ },
  },
  {
    title: 'a second subgraph serves a field that is not shareable',
    edits: [add(shipping, 'unitsPerParcel: Int', '"How many stars it has, of 5." starRating: Int')],
    refused: { 'INVALID_FIELD_SHARING Product.starRating': /mark it @shareable in every subgraph/ },
  },
  {
    title: 'a value type is shareable no more in one of its subgraphs',
    edits: [replace(shipping, 'type Money @shareable', 'type Money')],
    refused: {
      'INVALID_FIELD_SHARING Money.amountMinor': /mark it @shareable in every subgraph/,
      'INVALID_FIELD_SHARING Money.currency': /mark it @shareable in every subgraph/,
    },
  },
  {
    title: 'a field is hidden that a client asks for',
    edits: [replace(catalog, text, `${text} @inaccessible`)],
    refused: {
      'FIELD_REMOVED Product.text': /Take @inaccessible away again and deprecate it first/,
      'OPERATION_INVALID demo@workspace Browse': /browse\.graphql/,
    },
  },
  {
    title: 'a field is hidden that nobody asks for, unannounced',
    edits: [replace(catalog, 'barcode: Barcode', 'barcode: Barcode @inaccessible')],
    refused: { 'FIELD_REMOVED Product.barcode': /Take @inaccessible away again/ },
  },
  {
    title: 'a deprecated field is hidden after its day, and nobody asks for it',
    edits: [replace(catalog, 'title: String', 'title: String @inaccessible')],
    passed: {
      'FIELD_REMOVED Product.title': /It is @inaccessible now/,
      'INACCESSIBLE_ADDED Product.title': /clients do not see it/,
    },
  },
  {
    title: 'a hidden field is shown',
    edits: [replace(catalog, ' @inaccessible', '')],
    warned: { 'INACCESSIBLE_REMOVED Product.maker': /put @inaccessible back/ },
  },
  {
    title: 'a required argument is hidden',
    edits: [replace(orders, 'orderId: ID!', 'orderId: ID! @inaccessible')],
    refused: { 'REQUIRED_INACCESSIBLE Subscription.orderStatusChanged(orderId:)': /make it optional, or show it/ },
  },
  {
    title: 'a subgraph takes a field over from another',
    edits: [
      add(shipping, 'unitsPerParcel: Int', '"How many stars it has, of 5." starRating: Int @override(from: "catalog")'),
    ],
    warned: {
      'OVERRIDDEN_FIELD_CAN_BE_REMOVED Product.starRating':
        /^Remove the field from the subgraph that it was taken over from/,
    },
  },
  {
    title: 'a subgraph takes a field over from itself',
    edits: [replace(catalog, 'starRating: Int', 'starRating: Int @override(from: "catalog")')],
    refused: { 'OVERRIDE_FROM_SELF_ERROR Product.starRating': /name another subgraph/ },
  },
  {
    title: 'a subgraph takes a field over from one that does not exist',
    edits: [replace(catalog, 'starRating: Int', 'starRating: Int @override(from: "reviews")')],
    warned: { 'FROM_SUBGRAPH_DOES_NOT_EXIST Product.starRating': /name a subgraph that there is, or take it away/ },
  },
  {
    title: 'a value type has a field of another type in one subgraph',
    edits: [replace(shipping, 'currency: String!', 'currency: Int!')],
    refused: { 'FIELD_TYPE_MISMATCH Money.currency': /the same type in every subgraph/ },
  },
  {
    title: 'a value type has a field that may be absent in one subgraph',
    edits: [replace(shipping, 'currency: String!', 'currency: String')],
    refused: { 'FIELD_TYPE_CHANGED Money.currency': /Give it back its type String!/ },
  },
  {
    title: 'a value type has a field more in one subgraph',
    edits: [add(catalog, 'amountMinor: SafeInt!', '"As people read it." formatted: String')],
    refused: { 'SATISFIABILITY_ERROR Money.formatted': /every subgraph that serves it has to serve the field/ },
  },
  {
    title: 'a field moves that nobody asks for',
    edits: [
      cut(catalog, 'starRating: Int'),
      add(shipping, 'unitsPerParcel: Int', '"How many stars it has, of 5." starRating: Int'),
    ],
    passed: { 'FIELD_MOVED Product.starRating': /shipping serves it now; before, catalog did/ },
  },
  {
    title: 'a field moves that a client asks for',
    edits: [replace(catalog, `${text}\n`, ''), add(shipping, 'unitsPerParcel: Int', '"What it is like." text: String')],
    warned: { 'FETCHES_RISEN demo@workspace Browse': /round trip/ },
  },
  {
    title: 'a field goes that another subgraph requires',
    edits: [cut(catalog, 'weightGrams: Int!')],
    refused: { 'EXTERNAL_MISSING_ON_BASE Product.weightGrams': /Declare the field in the subgraph that owns it/ },
  },
  {
    title: 'a field requires one that the type does not have',
    edits: [replace(shipping, '@requires(fields: "weightGrams")', '@requires(fields: "volume")')],
    refused: {
      'REQUIRES_INVALID_FIELDS Product.unitsPerParcel': /Let @requires name fields that the type has/,
      'EXTERNAL_UNUSED Product.weightGrams': /Remove the @external field/,
    },
  },
  {
    title: 'a subgraph goes',
    edits: [remove(shipping)],
    refused: {
      'TYPE_REMOVED Parcel': /deprecate first what leads to it, Order\.parcels/,
      'TYPE_REMOVED ShippingMethod': /deprecate first what leads to it, Query\.shippingMethods/,
      'FIELD_REMOVED Order.parcels': /deprecate it first/,
      'FIELD_REMOVED Product.insuredPrice': /deprecate it first/,
      'FIELD_REMOVED Product.unitsPerParcel': /deprecate it first/,
      'FIELD_REMOVED Query.shippingMethods': /deprecate it first/,
      'OPERATION_INVALID web@1.4.0 OrderPage': /operations:retire/,
    },
  },
  {
    title: 'a subgraph comes',
    edits: [
      write(
        'schema/subgraphs/reviews.graphql',
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n
"Something that is sold."\ntype Product @key(fields: "id") {\n  "Its id." id: ID!\n  "What buyers say of it." verdict: String\n}\n`,
      ),
    ],
    passed: { 'FIELD_ADDED Product.verdict': /added/ },
  },
  {
    title: 'a subgraph cannot be read',
    edits: [replace(shipping, 'type ShippingMethod {', 'type ShippingMethod [')],
    refused: { 'INVALID_GRAPHQL shipping': /Mend the SDL/ },
  },
  {
    title: 'a field is of a type that nobody declares',
    edits: [replace(shipping, 'trackingCode: String', 'trackingCode: Tracking')],
    refused: { 'INVALID_GRAPHQL shipping': /Mend the SDL/ },
  },
];
