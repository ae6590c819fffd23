import type { Change } from '../change.js';
import { add, cut, replace } from '../edits.js';
import { catalog, orders } from '../world-files.js';

const minRating = 'minRating: Int';

export const inputChanges: readonly Change[] = [
  {
    title: 'a required input field comes',
    edits: [add(catalog, minRating, '"Of which season." season: String!')],
    refused: {
      'INPUT_FIELD_ADDED ProductFilterInput.season': /Make it optional \(String\), or give it a default value/,
      'OPERATION_INVALID demo@workspace Browse': /change schema\/operations\/demo\/browse\.graphql/,
    },
  },
  {
    title: 'an optional input field comes',
    edits: [add(catalog, minRating, '"Of which season." season: String')],
    passed: { 'INPUT_FIELD_ADDED ProductFilterInput.season': /added/ },
  },
  {
    title: 'an input field comes that has a default',
    edits: [add(catalog, minRating, '"Of which season." season: String! = "SPRING"')],
    warned: {
      'INPUT_FIELD_ADDED ProductFilterInput.season':
        /^See that those who leave it out are answered as they were before/,
    },
  },
  {
    title: 'an input field goes that a client gives',
    edits: [cut(catalog, minRating)],
    refused: {
      'INPUT_FIELD_REMOVED ProductFilterInput.minRating': /deprecate it first/,
      'OPERATION_INVALID demo@workspace Browse': /browse\.graphql/,
    },
  },
  {
    title: 'an input field goes that a variable may hold',
    edits: [cut(catalog, 'maxWeightGrams: Int')],
    refused: { 'INPUT_FIELD_REMOVED ProductFilterInput.maxWeightGrams': /deprecate it first/ },
  },
  {
    title: 'a deprecated input field goes after its day, and a variable may hold it',
    edits: [cut(catalog, 'origin: String')],
    refused: { 'INPUT_FIELD_REMOVED ProductFilterInput.origin': /operations:retire/ },
  },
  {
    title: 'an input field becomes a Float',
    edits: [replace(catalog, minRating, 'minRating: Float')],
    refused: { 'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.minRating': /add an input field of type Float beside it/ },
  },
  {
    title: 'an optional input field must be given',
    edits: [replace(catalog, '"Where they are sold." channel: Channel', '"Where they are sold." channel: Channel!')],
    refused: { 'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.channel': /Leave it optional \(Channel\)/ },
  },
  {
    title: 'a required input field may be left out',
    edits: [replace(catalog, 'contain." text: String!', 'contain." text: String')],
    passed: { 'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.text': /'String!' to 'String'/ },
  },
  {
    title: 'an input becomes a list',
    edits: [replace(catalog, minRating, 'minRating: [Int!]')],
    refused: {
      'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.minRating': /add an input field of type \[Int!\] beside it/,
    },
  },
  {
    title: 'an input list becomes one',
    edits: [replace(catalog, 'keywords: [String!]\n', 'keywords: String\n')],
    refused: { 'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.keywords': /add an input field of type String beside it/ },
  },
  {
    title: 'an entry of an input list may be absent',
    edits: [replace(catalog, 'keywords: [String!]\n', 'keywords: [String]\n')],
    passed: { 'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.keywords': /to '\[String\]'/ },
  },
  {
    title: 'an optional input list must be given',
    edits: [replace(catalog, 'keywords: [String!]\n', 'keywords: [String!]!\n')],
    refused: {
      'INPUT_FIELD_TYPE_CHANGED ProductFilterInput.keywords': /Leave it optional \(\[String!\]\)/,
      'OPERATION_INVALID demo@workspace Browse': /browse\.graphql/,
    },
  },
  {
    title: 'an input field has another default',
    edits: [replace(catalog, 'maxWeightGrams: Int = 5000', 'maxWeightGrams: Int = 1000')],
    warned: { 'INPUT_FIELD_DEFAULT_VALUE_CHANGED ProductFilterInput.maxWeightGrams': /give it back 5000/ },
  },
  {
    title: 'what had a default must be given',
    edits: [replace(orders, 'quantity: Int! = 1', 'quantity: Int!')],
    refused: {
      'INPUT_FIELD_DEFAULT_VALUE_CHANGED OrderLineInput.quantity':
        /Give it back its default value \(1\), or make it optional/,
    },
  },
];
