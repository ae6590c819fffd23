import type { Change } from '../change.js';
import { type Edit, replace, write } from '../edits.js';
import { asyncApi } from '../world-files.js';

const prices = 'ask.catalog.prices.v1';

/** A piece of what is asked and replied in the place of another. */
const edit = (from: string, to: string) => replace(asyncApi, from, to);

/** A question that is not declared any more. */
function without(subject: string): Edit {
  return (files) => {
    const document = JSON.parse(files.find(({ path }) => path === asyncApi)?.content ?? '');
    delete document.channels[subject];
    return write(asyncApi, JSON.stringify(document))(files);
  };
}

/** A question that is declared under another name. */
function renamed(subject: string, other: string): Edit {
  return (files) => {
    const content = files.find(({ path }) => path === asyncApi)?.content ?? '';
    return write(asyncApi, content.replaceAll(subject, other))(files);
  };
}

export const questionChanges: readonly Change[] = [
  {
    title: 'a question has one optional field more',
    edits: [edit('"voucher": {', '"channel": { "type": "string" }, "voucher": {')],
    passed: { [`QUESTION_FIELD_ADDED ${prices}/request/channel`]: /optional field is new/ },
  },
  {
    title: 'a question must say more',
    edits: [edit('["currency", "productIds"]', '["currency", "productIds", "voucher"]')],
    refused: {
      [`QUESTION_FIELD_REQUIRED ${prices}/request/voucher`]:
        /`voucher` optional again, or declare ask\.catalog\.prices\.v2/,
    },
  },
  {
    title: 'a question has a required field more',
    edits: [
      edit('"voucher": {', '"channel": { "type": "string" }, "voucher": {'),
      edit('["currency", "productIds"]', '["channel", "currency", "productIds"]'),
    ],
    refused: { [`QUESTION_FIELD_REQUIRED ${prices}/request/channel`]: /Make `channel` optional/ },
  },
  {
    title: 'a field of a question has another name',
    edits: [edit('"currency": {', '"money": {'), edit('["currency", "productIds"]', '["money", "productIds"]')],
    refused: { [`QUESTION_FIELD_RENAMED ${prices}/request/currency`]: /Put `currency` back/ },
  },
  {
    title: 'a field of a question is not heeded any more',
    edits: [edit(',\n            "voucher": { "type": "string" }', '')],
    warned: {
      [`QUESTION_FIELD_REMOVED ${prices}/request/voucher`]: /Put `voucher` back, or let catalog run with it before/,
    },
  },
  {
    title: 'a question may not say a value any more',
    edits: [edit('["EUR", "JPY"]', '["EUR"]')],
    refused: { [`QUESTION_ENUM_NARROWED ${prices}/request/currency`]: /Allow JPY again/ },
  },
  {
    title: 'a question may say a value more',
    edits: [edit('["EUR", "JPY"]', '["EUR", "JPY", "CHF"]')],
    warned: { [`QUESTION_ENUM_WIDENED ${prices}/request/currency`]: /let catalog run with it before those who ask/ },
  },
  {
    title: 'a field of a question is of another type',
    edits: [edit('"voucher": { "type": "string" }', '"voucher": { "type": "integer" }')],
    refused: { [`QUESTION_FIELD_RETYPED ${prices}/request/voucher`]: /Make it a text again/ },
  },
  {
    title: 'a reply lacks an optional field',
    edits: [edit('"hint": { "type": "string" },\n', '')],
    refused: {
      [`QUESTION_FIELD_REMOVED ${prices}/reply/hint`]: /Put `hint` back, or declare ask\.catalog\.prices\.v2/,
    },
  },
  {
    title: 'a field of a reply is of another type',
    edits: [edit('"priceMinor": { "type": "integer" }', '"priceMinor": { "type": "string" }')],
    refused: { [`QUESTION_FIELD_RETYPED ${prices}/reply/priceMinor`]: /Make it a whole number again/ },
  },
  {
    title: 'a reply may leave a field out',
    edits: [edit('["priceMinor", "tax"]', '["priceMinor"]')],
    refused: { [`QUESTION_FIELD_OPTIONAL ${prices}/reply/tax`]: /Make `tax` required again/ },
  },
  {
    title: 'a reply may say a value more',
    edits: [edit('["FULL", "REDUCED"]', '["FULL", "NONE", "REDUCED"]')],
    refused: { [`QUESTION_ENUM_WIDENED ${prices}/reply/tax`]: /Take NONE out/ },
  },
  {
    title: 'a reply says always what it could leave out',
    edits: [edit('["priceMinor", "tax"]', '["hint", "priceMinor", "tax"]')],
    warned: { [`QUESTION_FIELD_REQUIRED ${prices}/reply/hint`]: /let catalog run with it before those who ask/ },
  },
  {
    title: 'a reply has one optional field more',
    edits: [edit('"hint": {', '"discountMinor": { "type": "integer" }, "hint": {')],
    passed: { [`QUESTION_FIELD_ADDED ${prices}/reply/discountMinor`]: /optional field is new/ },
  },
  {
    title: 'a question goes unannounced',
    edits: [without(prices)],
    refused: {
      [`QUESTION_REMOVED ${prices}`]: /Put ask\.catalog\.prices\.v1 back, and begin its description with “Deprecated/,
    },
  },
  {
    title: 'a question goes after its day',
    edits: [without('ask.catalog.stock.v1')],
    passed: { 'QUESTION_REMOVED ask.catalog.stock.v1': /announced to stay until 2026-05-31/ },
  },
  {
    title: 'a question is described by nothing',
    edits: [edit('"What products cost."', '""')],
    refused: { [`QUESTION_DESCRIPTION_MISSING ${prices}`]: /Say it in its description/ },
  },
  {
    title: 'a reply tells money as a fraction',
    edits: [edit('"hint": {', '"fee": { "type": "number" }, "hint": {')],
    refused: { [`QUESTION_FLOAT ${prices}/reply/fee`]: /Use moneyField/ },
  },
  {
    title: 'a question goes over to an owner that is not there',
    edits: [renamed('ask.catalog.stock.v1', 'ask.warehouse.stock.v1')],
    refused: {
      'QUESTION_OWNER_UNKNOWN ask.warehouse.stock.v1': /accounts, catalog, orders and shipping\.$/,
      'QUESTION_REMOVAL_DAY_PAST ask.warehouse.stock.v1': /Name a day/,
    },
  },
];
