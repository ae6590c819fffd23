import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anAddress, anOrder, euros } from '../../test/builders/an-order.js';
import type { CancellationCode, OrderContent } from '../domain/message-content.js';
import type { OrderFacts } from './order-facts.js';
import { renderOrderMail } from './render-order-mail.js';

const url = 'https://shop.example/orders/S-7';
const orderId = newId();

function render(content: OrderContent, more: Partial<OrderFacts> = {}, name = 'A Customer') {
  return renderOrderMail(content, { name, url, order: { ...anOrder({ orderNumber: 'S-7' }), ...more } });
}

const contents: [OrderContent, string, string[]][] = [
  [
    { template: 'ORDER_PLACED', orderId },
    'We have received your order S-7',
    [
      '2 × Stoneware cup: €24.00',
      'Subtotal: €63.50',
      'Shipping (Standard): €4.90',
      'Total: €68.40',
      'Market Street 1\n10115 Berlin\nGermany',
    ],
  ],
  [{ template: 'ORDER_PAID', orderId }, 'Payment received for your order S-7', ['We have received €68.40']],
  [
    { template: 'ORDER_SHIPPED', orderId, carrier: 'Dromedary', trackingNumber: 'DR-42' },
    'Your order S-7 is on its way',
    ['Carrier: Dromedary', 'Tracking number: DR-42', '10115 Berlin'],
  ],
  [{ template: 'ORDER_DELIVERED', orderId }, 'Your order S-7 has been delivered', ['has been delivered']],
  [
    { template: 'ORDER_CANCELLED', orderId, code: 'OUT_OF_STOCK' },
    'Your order S-7 was cancelled',
    ['not everything in it is in stock any more.', 'Money that was only held is let go.'],
  ],
  [
    { template: 'PAYMENT_ACTION_REQUIRED', orderId },
    'Please approve the payment for your order S-7',
    ['your bank wants you to approve', `Approve the payment:\n${url}`],
  ],
  [
    { template: 'PAYMENT_REFUNDED', orderId, amount: euros(12.5), isFull: false, reason: 'One cup was broken' },
    'Refund for your order S-7',
    ['We have given back €12.50', 'Reason: One cup was broken'],
  ],
];

test.each(contents)('$template is written as text and as a page', (content, subject, sentences) => {
  const mail = render(content);
  expect(mail.subject).toBe(subject);
  for (const sentence of ['Hello A Customer,', url, ...sentences]) expect(mail.text).toContain(sentence);
  expect(mail.html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(mail.html).toContain(`<title>${subject}</title>`);
  expect(mail.html).toContain(`<a href="${url}"`);
});

test.each(contents)('$template loads nothing from elsewhere', (content) => {
  const { html } = render(content);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|style)\b|src=|url\(|@import/);
  expect([...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([link]) => link)).toEqual([url]);
});

test.each(contents)('in $template names are text, whatever stands in them', (content) => {
  const nasty = '<script>alert("x")</script>';
  const order: Partial<OrderFacts> = {
    orderNumber: nasty,
    lines: [{ name: nasty, quantity: 1, lineTotal: euros(1) }],
    shippingAddress: { ...anAddress(), name: nasty, line2: nasty, city: nasty },
    shippingMethodName: nasty,
  };
  const nastyContent = { ...content, carrier: nasty, trackingNumber: nasty, reason: nasty } as unknown as OrderContent;
  const mail = render(nastyContent, order, nasty);
  expect(mail.html).not.toContain('<script');
  expect(mail.html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  expect(mail.text).toContain(nasty);
});

test.each<[CancellationCode, string]>([
  ['PAYMENT_DECLINED', 'the payment was declined'],
  ['PAYMENT_EXPIRED', 'not completed in time'],
  ['RESERVATION_EXPIRED', 'could not be held any longer'],
  ['BY_CUSTOMER', 'you asked us to'],
  ['BY_STAFF', 'could not carry it out'],
  ['NOT_DELIVERABLE', 'cannot deliver to its address'],
])('a cancellation for %s says why', (code, reason) => {
  expect(render({ template: 'ORDER_CANCELLED', orderId, code }).text).toContain(reason);
});

test('amounts are written as the buyer writes them, and a locale that is none is taken for English', () => {
  expect(render({ template: 'ORDER_PAID', orderId }, { locale: 'de-DE' }).text).toMatch(/68,40\s€/);
  expect(render({ template: 'ORDER_PAID', orderId }, { locale: 'not a locale' }).text).toContain('€68.40');
});

test('tax that was added stands above the total, tax that is in the prices below it', () => {
  const placed = { template: 'ORDER_PLACED', orderId } as const;
  expect(render(placed).text).toContain('Total: €68.40\nTax included: €10.92');
  const added = render(placed, { taxTotal: euros(10), total: euros(78.4) });
  expect(added.text).toContain('Tax: €10.00\nTotal: €78.40');
  expect(render(placed, { taxTotal: euros(0) }).text).not.toContain('Tax');
});

const nothing = euros(0);
const free = { subtotal: nothing, shippingPrice: nothing, taxTotal: nothing, total: nothing };
test.each<[OrderContent, string]>([
  [{ template: 'ORDER_PLACED', orderId }, 'We are setting the goods aside now, and write again'],
  [{ template: 'ORDER_PAID', orderId, isFree: true }, 'There is nothing to pay for your order S-7.'],
  [{ template: 'ORDER_CANCELLED', orderId, code: 'RESERVATION_EXPIRED' }, 'could not be held any longer.'],
])('for an order that costs nothing, $template speaks of no payment', (content, sentence) => {
  const mail = render(content, free);
  expect(mail.text).toContain(sentence);
  expect(`${mail.subject} ${mail.text}`).not.toMatch(/payment|money|received €/i);
  expect(mail.text).toContain('Total: €0.00');
});

test('an order that costs nothing is confirmed where others are told that their payment has arrived', () => {
  const mail = render({ template: 'ORDER_PAID', orderId, isFree: true }, free);
  expect(mail.subject).toBe('Your order S-7 is confirmed');
  expect(mail.html).toContain('Your order is confirmed');
});

test('a full refund says that nothing is left to be given back', () => {
  const refund = { template: 'PAYMENT_REFUNDED', orderId, amount: euros(68.4), reason: null } as const;
  expect(render({ ...refund, isFull: true }).text).toContain('all that you paid for it has been given back');
  expect(render({ ...refund, isFull: false }).text).not.toMatch(/all that you paid|Reason/);
});
