import { expect, test } from '@jest/globals';
import { anEvent, anIntent, aRefund } from '../../../test/builders/stripe-post.js';
import { readStripeEvent } from './read-stripe-event.js';

function read(event: unknown) {
  return readStripeEvent(Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)));
}

const succeeded = (more: object) => anEvent('evt_1', 'payment_intent.succeeded', anIntent(more));
const refunded = (more: object) => anEvent('evt_1', 'refund.updated', aRefund(more));

test.each([
  ['about a payment', succeeded({})],
  ['with what the oldest versions of the API leave out', succeeded({ latest_charge: undefined })],
  ['about a charge that is told in full', succeeded({ latest_charge: { paid: true, amount: 1, more: 'of it' } })],
  ['about a decline that says little', succeeded({ last_payment_error: { code: null, type: 'card_error' } })],
  ['about what the customer must do in another way', succeeded({ next_action: { type: 'use_stripe_sdk' } })],
  ['about a status that we have not heard of', succeeded({ status: 'pondering' })],
  ['about a refund', refunded({})],
  ['about a refund of a charge without an intent', refunded({ payment_intent: null, metadata: null })],
  ['about a refund that tells its intent in full', refunded({ payment_intent: anIntent({}) })],
  ['of a kind that does not concern us', anEvent('evt_1', 'customer.created', { id: 7 })],
  ['of such a kind, about nothing', { id: 'evt_1', type: 'customer.created' }],
  ['with unusual text', anEvent('evt_1', 'customer.created', { name: 'a\u0001 😀 \\u0000 \\\\ud800' })],
])('an event %s is read, and all of it is kept', (_what, event) => {
  const payload: unknown = JSON.parse(JSON.stringify(event));
  expect(read(event)).toMatchObject({ id: 'evt_1', payload });
});

test.each([
  ['text', 'no'],
  ['nothing', ''],
  ['half an event', '{"id":"evt_1"'],
  ['null', 'null'],
  ['a number', 7],
  ['a list of events', [succeeded({})]],
  ['an event without an id', { type: 'customer.created' }],
  ['an event without a type', { id: 'evt_1', data: { object: anIntent({}) } }],
  ['an event whose type is a number', { id: 'evt_1', type: 7 }],
  ['an event about a payment without data', { id: 'evt_1', type: 'payment_intent.succeeded' }],
  ['an event about a payment that is null', { id: 'evt_1', type: 'payment_intent.succeeded', data: { object: null } }],
  ['a payment without an id', succeeded({ id: undefined })],
  ['a payment without a status', succeeded({ status: undefined })],
  ['a payment without metadata', succeeded({ metadata: undefined })],
  ['an amount in words', succeeded({ amount: '4200' })],
  ['a fraction of a cent', succeeded({ amount_received: 0.5 })],
  ['less than nothing', succeeded({ amount_capturable: -1 })],
  ['an amount that no number holds exactly', succeeded({ amount: 2 ** 53 })],
  ['our id as a number', succeeded({ metadata: { paymentId: 7 } })],
  ['a decline that is a list', succeeded({ last_payment_error: { code: ['card_declined'] } })],
  ['a refund without an id', refunded({ id: undefined })],
  ['a refund of an amount in words', refunded({ amount: '1' })],
  ['a refund whose intent is a number', refunded({ payment_intent: 7 })],
  ['text with NUL', anEvent('evt_1', 'customer.created', { name: 'a\0' })],
  ['a name with NUL', anEvent('evt_1', 'customer.created', { '\\\0': 1 })],
  ['half of a surrogate pair', anEvent('evt_1', 'customer.created', { name: '\udc00' })],
])('%s is not an event that can be kept', (_what, event) => {
  expect(read(event)).toBeUndefined();
});
