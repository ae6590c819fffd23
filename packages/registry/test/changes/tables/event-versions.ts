import type { Change } from '../change.js';
import { remove, replace, write } from '../edits.js';
import { contractOf, sampleOf, subscriptionsFile } from '../world-files.js';

const id = '019ec3f0-0000-7000-8000-000000000001';
const [paidV1, paidV2, paidV3] = ['orders.order.paid.v1', 'orders.order.paid.v2', 'orders.order.paid.v3'] as const;

const contract = (type: string, consumers: readonly string[]) =>
  write(
    contractOf(type),
    JSON.stringify({
      title: type,
      description: 'The money is there.',
      'x-consumers': consumers,
      type: 'object',
      properties: { orderId: { type: 'string', format: 'uuid' }, paidAt: { type: 'string', format: 'date-time' } },
      required: ['orderId', 'paidAt'],
    }),
  );

const sample = (type: string) =>
  write(
    sampleOf(type),
    JSON.stringify({
      specversion: '1.0',
      id,
      type,
      source: '/souk/orders',
      subject: id,
      time: '2026-06-01T00:00:00.000Z',
      aggregateversion: 1,
      correlationid: id,
      data: { orderId: id, paidAt: '2026-06-01T00:00:00.000Z' },
    }),
  );

export const eventVersionChanges: readonly Change[] = [
  {
    title: 'a version comes beside the one before it, and its consumer takes that one instead',
    edits: [
      contract(paidV2, ['shipping']),
      sample(paidV2),
      replace(contractOf(paidV1), '["shipping"]', '[]'),
      replace(subscriptionsFile, `"${paidV1}"`, `"${paidV2}"`),
    ],
    passed: {
      [`EVENT_ADDED ${paidV2}`]: /beside v1/,
      [`EVENT_CONSUMER_REMOVED ${paidV1}`]: /shipping/,
    },
  },
  {
    title: 'a consumer takes two versions of one event at once',
    edits: [
      contract(paidV2, ['shipping']),
      sample(paidV2),
      replace(subscriptionsFile, `"${paidV1}"`, `"${paidV1}", "${paidV2}"`),
    ],
    warned: {
      [`EVENT_TAKEN_TWICE ${paidV1}`]: /Take the handler of orders\.order\.paid\.v1 out of subgraphs\/shipping/,
    },
  },
  {
    title: 'a version comes, and a consumer is left behind on the old one',
    edits: [contract(paidV2, []), sample(paidV2)],
    passed: { [`EVENT_ADDED ${paidV2}`]: /beside v1/, [`EVENT_CONSUMER_LEFT_BEHIND ${paidV1}`]: /shipping/ },
  },
  {
    title: 'a consumer is left behind on a version that will go',
    edits: [
      contract(paidV2, []),
      sample(paidV2),
      replace(contractOf(paidV1), '"description": "', '"description": "Deprecated. Use v2. Removal: 2026-12-31. '),
    ],
    warned: {
      [`EVENT_CONSUMER_LEFT_BEHIND ${paidV1}`]:
        /Let shipping handle orders\.order\.paid\.v2 instead; .* until 2026-12-31/,
    },
  },
  {
    title: 'a version is called deprecated without a day',
    edits: [replace(contractOf(paidV1), '"description": "', '"description": "Deprecated. ')],
    refused: { [`EVENT_DEPRECATION_UNDATED ${paidV1}`]: /Begin its description with “Deprecated\. Use <what>/ },
  },
  {
    title: 'the end of a description says that it is deprecated',
    edits: [
      replace(
        contractOf('shipping.parcel.sent.v1'),
        'left the house.',
        'left. Deprecated. Use v2. Removal: 2026-12-31.',
      ),
    ],
    refused: { 'EVENT_DEPRECATION_UNDATED shipping.parcel.sent.v1': /Begin its description/ },
  },
  {
    title: 'a version is deprecated until a day that is past',
    edits: [
      replace(contractOf(paidV1), '"description": "', '"description": "Deprecated. Use v2. Removal: 2026-06-14. '),
    ],
    refused: { [`EVENT_REMOVAL_DAY_PAST ${paidV1}`]: /Name a day that leaves them time/ },
  },
  {
    title: 'a version shall go earlier than it was announced',
    edits: [replace(contractOf('shipping.parcel.weighed.v1'), '2026-12-31', '2026-12-30')],
    refused: { 'EVENT_REMOVAL_DAY_EARLIER shipping.parcel.weighed.v1': /Name 2026-12-31 again/ },
  },
  {
    title: 'a version is described by nothing',
    edits: [replace(contractOf('shipping.parcel.sent.v1'), 'A parcel left the house.', ' ')],
    refused: { 'EVENT_DESCRIPTION_MISSING shipping.parcel.sent.v1': /Say it in its description/ },
  },
  {
    title: 'a version is skipped',
    edits: [contract(paidV3, []), sample(paidV3)],
    refused: { [`EVENT_VERSION_SKIPPED ${paidV3}`]: /Call it orders\.order\.paid\.v2/ },
  },
  {
    title: 'a version goes that a consumer takes',
    edits: [remove(contractOf(paidV1)), remove(sampleOf(paidV1))],
    refused: { [`EVENT_REMOVED ${paidV1}`]: /until shipping can do without it/ },
  },
  {
    title: 'a version is put in the place of the one before it',
    edits: [
      remove(contractOf(paidV1)),
      remove(sampleOf(paidV1)),
      contract(paidV2, ['shipping']),
      sample(paidV2),
      replace(subscriptionsFile, paidV1, paidV2),
    ],
    refused: { [`EVENT_REMOVED ${paidV1}`]: /until shipping/ },
  },
  {
    title: 'a version goes after its day',
    edits: [remove(contractOf('shipping.parcel.packed.v1')), remove(sampleOf('shipping.parcel.packed.v1'))],
    passed: { 'EVENT_REMOVED shipping.parcel.packed.v1': /announced to stay until 2026-05-31/ },
  },
  {
    title: 'a version goes before its day',
    edits: [remove(contractOf('shipping.parcel.weighed.v1')), remove(sampleOf('shipping.parcel.weighed.v1'))],
    refused: { 'EVENT_REMOVED shipping.parcel.weighed.v1': /remove it after that day/ },
  },
  {
    title: 'a consumer takes no longer what it is named for',
    edits: [replace(subscriptionsFile, '"shipping.parcel.sent.v1"', '')],
    refused: { 'EVENT_CONSUMER_DEAF shipping.parcel.sent.v1': /subgraphs\/orders\/src\/events\/handlers\.ts/ },
  },
  {
    title: 'a consumer is named that does not exist',
    edits: [replace(contractOf(paidV1), '["shipping"]', '["billing", "shipping"]')],
    refused: { [`EVENT_CONSUMER_UNKNOWN ${paidV1}`]: /name one of accounts, catalog, orders and shipping/ },
  },
  {
    title: 'a consumer takes what it is not named for',
    edits: [replace(subscriptionsFile, '"catalog": []', `"catalog": ["${paidV1}"]`)],
    refused: { [`EVENT_CONSUMER_UNNAMED ${paidV1}`]: /Add 'catalog' to the consumers/ },
  },
  {
    title: 'a consumer takes what nobody publishes',
    edits: [replace(subscriptionsFile, '"catalog": []', '"catalog": ["orders.order.lost.v1"]')],
    refused: { 'EVENT_UNKNOWN orders.order.lost.v1': /defineEvent\('orders\.order\.lost\.v1'/ },
  },
  {
    title: 'no message of a version was ever recorded',
    edits: [contract(paidV2, [])],
    refused: { [`EVENT_SAMPLE_MISSING ${paidV2}`]: /npm run events:record/ },
  },
  {
    title: 'a recorded message is deleted',
    edits: [remove(sampleOf(paidV1))],
    refused: {
      [`EVENT_SAMPLE_MISSING ${paidV1}`]: /Restore schema\/samples\/orders\.order\.paid\.v1\.json from git/,
    },
  },
  {
    title: 'a recorded message is edited, and can still be read',
    edits: [replace(sampleOf(paidV1), '"data": {', '"data": { "note": "by hand",')],
    refused: {
      [`EVENT_SAMPLE_CHANGED ${paidV1}`]: /Restore schema\/samples\/orders\.order\.paid\.v1\.json from git/,
    },
  },
  {
    title: 'an event comes that no subgraph owns',
    edits: [contract('delivery.parcel.lost.v1', []), sample('delivery.parcel.lost.v1')],
    refused: { 'EVENT_OWNER_UNKNOWN delivery.parcel.lost.v1': /accounts, catalog, orders and shipping\.$/ },
  },
  {
    title: 'a message is left of a version that is gone',
    edits: [remove(contractOf('shipping.parcel.packed.v1'))],
    warned: { 'EVENT_SAMPLE_NOT_NEEDED shipping.parcel.packed.v1': /Remove schema\/samples/ },
  },
];
