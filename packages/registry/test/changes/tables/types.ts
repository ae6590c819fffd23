import type { Change } from '../change.js';
import { add, cut, replace } from '../edits.js';
import { accounts, catalog, orders } from '../world-files.js';

const topic = '"What it is about." topic: String!';

const subscriptions = `type Subscription {
  "Every status of an order, as it happens."
  orderStatusChanged(
    "Which order." orderId: ID!
    "What is known already." afterSequence: Int
  ): OrderStatusChange! @authenticated
}
`;

export const typeChanges: readonly Change[] = [
  {
    title: 'a type implements an interface more',
    edits: [
      replace(catalog, 'type Guide {', 'type Guide implements Named {'),
      add(catalog, topic, '"What it is called." name: String!'),
    ],
    warned: { 'OBJECT_TYPE_INTERFACE_ADDED Named/Guide': /^Before clients receive Guide here/ },
  },
  {
    title: 'a type implements an interface no more',
    edits: [replace(catalog, 'type Bundle implements Named', 'type Bundle')],
    refused: { 'OBJECT_TYPE_INTERFACE_REMOVED Named/Bundle': /Keep Bundle in Named/ },
  },
  {
    title: 'a type implements an interface no more that a fragment is on',
    edits: [replace(catalog, 'type Product implements Named', 'type Product')],
    refused: {
      'OBJECT_TYPE_INTERFACE_REMOVED Named/Product': /Keep Product in Named/,
      'OPERATION_INVALID demo@workspace Browse': /browse\.graphql/,
    },
  },
  {
    title: 'an interface has a field more, as all that implement it',
    edits: [replace(catalog, 'interface Named {', 'interface Named {\n  "Its id." id: ID!')],
    passed: { 'FIELD_ADDED Named.id': /added/ },
  },
  {
    title: 'an interface has a field more, and a type that implements it has not',
    edits: [replace(catalog, 'interface Named {', 'interface Named {\n  "Its number." sku: String!')],
    refused: { 'INVALID_GRAPHQL Named.sku': /Mend the SDL/ },
  },
  {
    title: 'a union has a member more',
    edits: [replace(catalog, 'Bundle | Guide', 'Bundle | Guide | Offer')],
    warned: { 'UNION_MEMBER_ADDED SearchResult/Offer': /^Before clients receive Offer here/ },
  },
  {
    title: 'a union has a member less',
    edits: [replace(catalog, 'Bundle | Guide', 'Bundle')],
    refused: { 'UNION_MEMBER_REMOVED SearchResult/Guide': /Keep Guide in SearchResult/ },
  },
  {
    title: 'a union has a member less that a client asks for',
    edits: [replace(catalog, 'Bundle | Guide', 'Guide')],
    refused: {
      'UNION_MEMBER_REMOVED SearchResult/Bundle': /Keep Bundle in SearchResult/,
      'OPERATION_INVALID web@1.4.0 Search': /Give the API/,
    },
  },
  {
    title: 'a type comes',
    edits: [
      replace(
        catalog,
        '"Something that is cheaper',
        '"Who makes something."\ntype Maker {\n  "In which country." country: String\n}\n\n"Something that is cheaper',
      ),
    ],
    passed: { 'TYPE_ADDED Maker': /added/ },
  },
  {
    title: 'a type goes with all that led to it, after its day',
    edits: [
      replace(catalog, '  "What is offered this week."\n', ''),
      cut(catalog, 'offer: Offer'),
      replace(
        catalog,
        '"Something that is cheaper for a while."\ntype Offer {\n  "The day on which it ends." endsAt: DateTime!\n}\n',
        '',
      ),
    ],
    passed: {
      'FIELD_REMOVED Query.offer': /2026-05-31, which is past/,
      'TYPE_REMOVED Offer': /deprecated long enough/,
    },
  },
  {
    title: 'a type goes with all that led to it, unannounced',
    edits: [
      cut(accounts, 'standing: Standing'),
      replace(
        accounts,
        '"How much somebody bought before."\ntype Standing {\n  "The level that they have reached." level: Level!\n}\n',
        '',
      ),
      replace(
        accounts,
        '"A level of the bonus programme."\nenum Level {\n  "The first." BRONZE\n  "The second." SILVER\n}\n',
        '',
      ),
    ],
    refused: {
      'FIELD_REMOVED Customer.standing': /deprecate it first/,
      'TYPE_REMOVED Standing': /deprecate first what leads to it, Customer\.standing/,
      'TYPE_REMOVED Level': /deprecate first what leads to it, Standing\.level/,
    },
  },
  {
    title: 'all subscriptions go',
    edits: [replace(orders, subscriptions, '')],
    refused: {
      'TYPE_REMOVED Subscription': /deprecate first what leads to it, Subscription\.orderStatusChanged/,
      'OPERATION_WITHOUT_PLAN web@1.4.0 Follow': /be reached again/,
    },
  },
  {
    title: 'a type becomes one of another kind',
    edits: [
      replace(
        catalog,
        'scalar Barcode @specifiedBy(url: "https://www.gs1.org/standards/barcodes/ean-upc")',
        'enum Barcode {\n  "Thirteen digits." EAN\n}',
      ),
    ],
    refused: { 'TYPE_KIND_CHANGED Barcode': /Leave Barcode the kind of type that it was/ },
  },
];
