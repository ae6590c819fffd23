import type { Change } from '../change.js';
import { replace } from '../edits.js';
import { contractOf, sampleOf } from '../world-files.js';

const placed = 'orders.order.placed.v1';
const unreadable = /publish orders\.order\.placed\.v2 beside it/;
const required = '"promotion", "sentBy", "totalMinor"]';

/** A piece of the contract of orders.order.placed.v1 in the place of another. */
const edit = (from: string, to: string) => replace(contractOf(placed), from, to);

export const eventFieldChanges: readonly Change[] = [
  {
    title: 'a field goes',
    edits: [edit('    "note": { "type": "string" },\n', '')],
    refused: {
      [`EVENT_FIELD_REMOVED ${placed}/note`]: /Put `note` back, or publish orders\.order\.placed\.v2 beside it/,
    },
  },
  {
    title: 'a field has another name',
    edits: [edit('"promotion": {', '"campaign": {'), edit(required, '"campaign", "sentBy", "totalMinor"]')],
    refused: {
      [`EVENT_FIELD_RENAMED ${placed}/promotion`]: /add `campaign` beside it as an optional field/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/campaign`]: unreadable,
    },
  },
  {
    title: 'an optional field must be there',
    edits: [edit('["delivery", "lines",', '["delivery", "lines", "note",')],
    refused: {
      [`EVENT_FIELD_REQUIRED ${placed}/note`]: /Make `note` optional again/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/note`]: unreadable,
    },
  },
  {
    title: 'a required field may be left out',
    edits: [edit(required, '"sentBy", "totalMinor"]')],
    refused: { [`EVENT_FIELD_OPTIONAL ${placed}/promotion`]: /Make `promotion` required again/ },
  },
  {
    title: 'an optional field comes',
    edits: [edit('"note": {', '"giftWrap": { "type": "boolean" },\n    "note": {')],
    passed: { [`EVENT_FIELD_ADDED ${placed}/giftWrap`]: /optional field is new/ },
  },
  {
    title: 'a required field comes',
    edits: [
      edit('"note": {', '"giftWrap": { "type": "boolean" },\n    "note": {'),
      edit('["delivery", "lines",', '["delivery", "giftWrap", "lines",'),
    ],
    refused: {
      [`EVENT_FIELD_REQUIRED ${placed}/giftWrap`]: /Make `giftWrap` optional/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/giftWrap`]: unreadable,
    },
  },
  {
    title: 'a value may not be said any more',
    edits: [edit('["POST", "COURIER"]', '["POST"]')],
    refused: { [`EVENT_ENUM_NARROWED ${placed}/sentBy`]: /Allow COURIER again/ },
  },
  {
    title: 'a value more may be said',
    edits: [edit('["POST", "COURIER"]', '["POST", "COURIER", "DRONE"]')],
    refused: { [`EVENT_ENUM_WIDENED ${placed}/sentBy`]: /Take DRONE out/ },
  },
  {
    title: 'a format comes',
    edits: [edit('"note": { "type": "string" }', '"note": { "type": "string", "format": "email" }')],
    refused: { [`EVENT_FIELD_NARROWED ${placed}/note`]: /Take the format away/ },
  },
  {
    title: 'a format comes, with the pattern that it brings',
    edits: [edit('"note": { "type": "string" }', '"note": { "type": "string", "format": "email", "pattern": "@" }')],
    refused: { [`EVENT_FIELD_NARROWED ${placed}/note`]: /^Take the format away, [^\n]*$/ },
  },
  {
    title: 'a whole number has a highest value',
    edits: [edit('"totalMinor": { "type": "integer" }', '"totalMinor": { "type": "integer", "maximum": 5000000 }')],
    refused: { [`EVENT_FIELD_NARROWED ${placed}/totalMinor`]: /Take the highest value away/ },
  },
  {
    title: 'a whole number is only said to be one that can be told exactly',
    edits: [
      edit(
        '"totalMinor": { "type": "integer" }',
        '"totalMinor": { "type": "integer", "minimum": -9007199254740991, "maximum": 9007199254740991 }',
      ),
    ],
    passed: {},
  },
  {
    title: 'a format is another',
    edits: [edit('"format": "date-time"', '"format": "date"')],
    refused: {
      [`EVENT_FIELD_CHANGED ${placed}/placedAt`]: /Make the format `date-time` again/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/placedAt`]: unreadable,
    },
  },
  {
    title: 'a pattern is narrower',
    edits: [edit('^[A-Z0-9]+$', '^[A-Z]+$')],
    refused: { [`EVENT_FIELD_CHANGED ${placed}/promotion`]: /Make the pattern `\^\[A-Z0-9\]\+\$` again/ },
  },
  {
    title: 'a lowest value rises',
    edits: [edit('"minimum": 1', '"minimum": 2')],
    refused: { [`EVENT_FIELD_NARROWED ${placed}/lines/quantity`]: /Make the lowest value `1` again/ },
  },
  {
    title: 'a number becomes a text',
    edits: [edit('"totalMinor": { "type": "integer" }', '"totalMinor": { "type": "string" }')],
    refused: {
      [`EVENT_FIELD_RETYPED ${placed}/totalMinor`]: /Make it a whole number again/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/totalMinor`]: unreadable,
    },
  },
  {
    title: 'a whole number becomes a number',
    edits: [edit('"totalMinor": { "type": "integer" }', '"totalMinor": { "type": "number" }')],
    refused: {
      [`EVENT_FIELD_RETYPED ${placed}/totalMinor`]: /Make it a whole number again/,
      [`EVENT_FLOAT ${placed}/totalMinor`]: /Use moneyField/,
    },
  },
  {
    title: 'a field may be null',
    edits: [edit('"note": { "type": "string" }', '"note": { "anyOf": [{ "type": "string" }, { "type": "null" }] }')],
    refused: { [`EVENT_FIELD_NULLABLE ${placed}/note`]: /never null/ },
  },
  {
    title: 'a field of an inner object goes',
    edits: [
      edit('"city": { "type": "string" },\n        "floor": { "type": "integer" }', '"city": { "type": "string" }'),
    ],
    refused: { [`EVENT_FIELD_REMOVED ${placed}/delivery/floor`]: /Put `floor` back/ },
  },
  {
    title: 'what a list holds is of another type',
    edits: [edit('"quantity": { "type": "integer", "minimum": 1 }', '"quantity": { "type": "string" }')],
    refused: {
      [`EVENT_FIELD_RETYPED ${placed}/lines/quantity`]: /Make it a whole number again/,
      [`EVENT_SAMPLE_UNREADABLE ${placed}/lines/quantity`]: unreadable,
    },
  },
  {
    title: 'a list may be empty',
    edits: [edit('"minItems": 1,\n', '')],
    refused: { [`EVENT_FIELD_WIDENED ${placed}/lines`]: /Make the lowest count `1` again/ },
  },
  {
    title: 'money may be a fraction',
    edits: [edit('"note": {', '"fee": { "type": "number" },\n    "note": {')],
    refused: { [`EVENT_FLOAT ${placed}/fee`]: /Use moneyField for money/ },
  },
  {
    title: 'what is a ratio by its name may be a fraction',
    edits: [edit('"note": {', '"discountRatio": { "type": "number" },\n    "note": {')],
    passed: { [`EVENT_FIELD_ADDED ${placed}/discountRatio`]: /optional field is new/ },
  },
  {
    title: 'a contract is described in other words',
    edits: [edit('Somebody bought something.', 'Somebody bought something, and will pay for it.')],
    passed: { [`EVENT_DESCRIPTION_CHANGED ${placed}`]: /will pay for it/ },
  },
  {
    title: 'the recorded message is not of the contract',
    edits: [replace(sampleOf(placed), '"quantity": 2', '"quantity": "two"')],
    refused: {
      [`EVENT_SAMPLE_UNREADABLE ${placed}/lines/quantity`]:
        /Restore schema\/samples\/orders\.order\.placed\.v1\.json from git/,
    },
  },
];
