import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { euros } from '../../test/builders/an-order.js';
import type { CustomerContent } from '../domain/message-content.js';
import { stockLow } from './stock-low.template.js';
import { welcome } from './welcome.template.js';
import { english } from './words/english/english.js';
import { wordsFor } from './words/words-for.js';
import { writeNotice } from './write-notice.js';

const orderId = newId();

test('a welcome greets by name and leads to the shop', () => {
  const mail = welcome({ name: '<script>', locale: 'en', url: 'https://shop.example' });
  expect(mail.subject).toBe('Welcome to Souk');
  expect(mail.text).toContain('Hello <script>,');
  expect(mail.text).toContain('Visit the shop:\nhttps://shop.example');
  expect(mail.html).toContain('Hello &lt;script&gt;,');
});

test.each([
  [0, '0 units are left'],
  [1, '1 unit is left'],
  [3, '3 units are left'],
])('an alarm of %i units says what runs out, and where', (available, sentence) => {
  const content = { template: 'STOCK_LOW', variantId: newId(), warehouseCode: 'BER', available, threshold: 5 } as const;
  const mail = stockLow(content, 'Tea pot (POT-1)');
  expect(mail.subject).toBe('Low stock: Tea pot (POT-1) in BER');
  for (const part of ['Hello,', sentence, 'Warehouse: BER', 'Alarm at: 5']) expect(mail.text).toContain(part);
  expect(mail.html).not.toContain('<a ');
});

test('a language that the shop does not speak is answered in English', () => {
  for (const locale of ['en', 'en-GB', 'EN_us', 'tlh', '', 'not a locale', 'constructor']) {
    expect(wordsFor(locale)).toBe(english);
  }
});

const notices: [CustomerContent, string, string][] = [
  [{ template: 'WELCOME', customerId: newId() }, 'Welcome to Souk', 'Your account is open.'],
  [{ template: 'ORDER_PLACED', orderId }, 'Order received', 'We have received your order S-7.'],
  [{ template: 'ORDER_PAID', orderId }, 'Payment received', 'payment for your order S-7.'],
  [
    { template: 'ORDER_PAID', orderId, isFree: true },
    'Order confirmed',
    'We have confirmed your order S-7. There is nothing to pay.',
  ],
  [
    { template: 'ORDER_SHIPPED', orderId, carrier: 'Dromedary', trackingNumber: 'DR-42' },
    'On its way',
    'A parcel of your order S-7 is on its way with Dromedary, tracking number DR-42.',
  ],
  [{ template: 'ORDER_DELIVERED', orderId }, 'Delivered', 'your order S-7 has arrived.'],
  [
    { template: 'ORDER_CANCELLED', orderId, code: 'BY_CUSTOMER' },
    'Order cancelled',
    'We have cancelled your order S-7: you asked us to.',
  ],
  [{ template: 'PAYMENT_ACTION_REQUIRED', orderId }, 'Approve your payment', 'for your order S-7.'],
  [
    { template: 'PAYMENT_REFUNDED', orderId, amount: euros(12.5), isFull: false, reason: null },
    'Refund',
    'We have given back €12.50 for your order S-7.',
  ],
];

test.each(notices)('$template has an entry in the list of the shop', (content, title, body) => {
  const notice = writeNotice(content, 'S-7');
  expect(notice.title).toBe(title);
  expect(notice.body).toContain(body);
});

test('an entry can be read before the number of its order is known', () => {
  expect(writeNotice({ template: 'PAYMENT_ACTION_REQUIRED', orderId }, null).body).toBe(
    'Your bank wants you to approve the payment for your order.',
  );
});
