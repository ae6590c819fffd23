import type { Change } from '../change.js';
import { add, cut, replace } from '../edits.js';
import { catalog, orders, shipping } from '../world-files.js';

const language = '"In which language." language: String = "en"';

export const argumentChanges: readonly Change[] = [
  {
    title: 'a required argument comes',
    edits: [add(catalog, language, '"In which currency." currency: String!')],
    refused: {
      'FIELD_ARGUMENT_ADDED Query.product(currency:)': /Make it optional \(String\), or give it a default value/,
      'OPERATION_INVALID web@1.4.0 ProductPage': /Give the API/,
    },
  },
  {
    title: 'a required argument comes to a field that nobody asks for',
    edits: [replace(shipping, 'shippingMethods:', 'shippingMethods("Where to." country: String!):')],
    refused: { 'FIELD_ARGUMENT_ADDED Query.shippingMethods(country:)': /Make it optional/ },
  },
  {
    title: 'an optional argument comes',
    edits: [add(catalog, language, '"In which currency." currency: String')],
    passed: { 'FIELD_ARGUMENT_ADDED Query.product(currency:)': /'currency: String' added/ },
  },
  {
    title: 'an argument comes that has a default',
    edits: [add(catalog, language, '"In which currency." currency: String! = "EUR"')],
    warned: {
      'FIELD_ARGUMENT_ADDED Query.product(currency:)':
        /^See that those who leave it out are answered as they were before/,
    },
  },
  {
    title: 'an argument goes that a client gives',
    edits: [cut(catalog, language)],
    refused: {
      'FIELD_ARGUMENT_REMOVED Query.product(language:)': /deprecate it first/,
      'OPERATION_INVALID web@1.4.0 ProductPage': /operations:retire/,
    },
  },
  {
    title: 'an argument goes that nobody gives, unannounced',
    edits: [cut(catalog, 'likenessRatio: Int')],
    refused: { 'FIELD_ARGUMENT_REMOVED Query.search(likenessRatio:)': /deprecate it first/ },
  },
  {
    title: 'a deprecated argument goes after its day, and nobody gives it',
    edits: [cut(catalog, 'cheapOnly: Boolean')],
    passed: { 'FIELD_ARGUMENT_REMOVED Query.products(cheapOnly:)': /2026-05-31, which is past/ },
  },
  {
    title: 'an argument is of another type',
    edits: [replace(catalog, 'likenessRatio: Int', 'likenessRatio: Float')],
    refused: { 'FIELD_ARGUMENT_TYPE_CHANGED Query.search(likenessRatio:)': /add an argument of type Float beside it/ },
  },
  {
    title: 'an optional argument must be given',
    edits: [replace(catalog, 'likenessRatio: Int', 'likenessRatio: Int!')],
    refused: {
      'FIELD_ARGUMENT_TYPE_CHANGED Query.search(likenessRatio:)': /Leave it optional \(Int\)/,
      'OPERATION_INVALID web@1.4.0 Search': /Give the API/,
    },
  },
  {
    title: 'a required argument may be left out',
    edits: [replace(catalog, '"The text." text: String!', '"The text." text: String')],
    passed: { 'FIELD_ARGUMENT_TYPE_CHANGED Query.search(text:)': /'String!' to 'String'/ },
  },
  {
    title: 'an argument of a subscription must be given',
    edits: [replace(orders, 'afterSequence: Int', 'afterSequence: Int!')],
    refused: {
      'FIELD_ARGUMENT_TYPE_CHANGED Subscription.orderStatusChanged(afterSequence:)': /Leave it optional/,
      'OPERATION_INVALID web@1.4.0 Follow': /Give the API/,
    },
  },
  {
    title: 'an argument has another default',
    edits: [replace(catalog, 'language: String = "en"', 'language: String = "fr"')],
    warned: { 'FIELD_ARGUMENT_DEFAULT_CHANGED Query.product(language:)': /give it back "en"/ },
  },
  {
    title: 'an argument has no default any more',
    edits: [replace(catalog, 'sort: ProductSort = NAME', 'sort: ProductSort')],
    warned: { 'FIELD_ARGUMENT_DEFAULT_CHANGED Query.products(sort:)': /give it back NAME/ },
  },
  {
    title: 'an argument has a default that had none',
    edits: [replace(catalog, 'likenessRatio: Int', 'likenessRatio: Int = 1')],
    warned: { 'FIELD_ARGUMENT_DEFAULT_CHANGED Query.search(likenessRatio:)': /take the default value away/ },
  },
];
