import type { Change } from '../change.js';
import { add, cut, replace } from '../edits.js';
import { catalog, shipping } from '../world-files.js';

export const enumChanges: readonly Change[] = [
  {
    title: 'a value comes that clients only send',
    edits: [add(catalog, '"What is new." NEWEST', '"What is light." LIGHTEST')],
    passed: { 'ENUM_VALUE_ADDED ProductSort.LIGHTEST': /added/ },
  },
  {
    title: 'a value goes that a client sends',
    edits: [cut(catalog, '"What is new." NEWEST')],
    refused: {
      'ENUM_VALUE_REMOVED ProductSort.NEWEST': /deprecate it first/,
      'OPERATION_INVALID web@1.5.0 ProductList': /operations:retire/,
    },
  },
  {
    title: 'a deprecated value goes after its day, and nobody sends it',
    edits: [cut(catalog, '"What is cheap." CHEAPEST')],
    passed: { 'ENUM_VALUE_REMOVED ProductSort.CHEAPEST': /2026-05-31, which is past/ },
  },
  {
    title: 'a value comes that clients receive',
    edits: [add(catalog, 'SOLD_OUT', '"There is no telling." UNKNOWN')],
    warned: { 'ENUM_VALUE_ADDED Availability.UNKNOWN': /a branch for values that they do not know/ },
  },
  {
    title: 'a value goes that clients receive',
    edits: [cut(catalog, 'DISCONTINUED')],
    refused: { 'ENUM_VALUE_REMOVED Availability.DISCONTINUED': /deprecate it first/ },
  },
  {
    title: 'a value comes that clients send and receive',
    edits: [add(catalog, '"In a shop." SHOP', '"By telephone." PHONE')],
    warned: { 'ENUM_VALUE_ADDED Channel.PHONE': /a branch for values that they do not know/ },
  },
  {
    title: 'a value goes that clients send and receive',
    edits: [cut(catalog, '"In a shop." SHOP')],
    refused: { 'ENUM_VALUE_REMOVED Channel.SHOP': /deprecate it first/ },
  },
  {
    title: 'what clients send and receive has other values in another subgraph',
    edits: [
      add(shipping, '"What it is called." code', '"Where it is offered." channel: Channel'),
      replace(
        shipping,
        '"What the carrier brings."',
        '"Where something is sold."\nenum Channel { "On the web." WEB }\n\n"What the carrier brings."',
      ),
    ],
    refused: { 'ENUM_VALUE_MISMATCH Channel': /the same values in every subgraph/ },
  },
];
