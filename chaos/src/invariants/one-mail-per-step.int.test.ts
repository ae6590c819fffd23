import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { writeOrder } from '../../test/orders.js';
import { OutsideWorld } from '../../test/outside-world.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import { oneMailPerStep } from './one-mail-per-step.js';

let shop: TestShop;
let outside: OutsideWorld;
let orderId: string;
let messageId: string;

beforeAll(async () => {
  [shop, outside] = await Promise.all([TestShop.open('orders', 'notifications'), OutsideWorld.open()]);
}, 60_000);
afterAll(async () => {
  await shop.close();
  await outside.close();
});
beforeEach(async () => {
  await shop.execute('notifications', 'truncate delivery, message');
  await shop.execute('orders', 'truncate orders cascade');
  outside.mails = [];
  orderId = await writeOrder(shop, {
    history: ['PENDING', 'CONFIRMED', 'PAID'],
    step: 'AWAITING_DISPATCH',
    seconds: 60,
  });
  await write('ORDER_PLACED');
  messageId = await write('ORDER_PAID');
});

/** A message that was sent and arrived. */
async function write(template: string, key = orderId): Promise<string> {
  const id = newId();
  await shop.insert('notifications', 'message', {
    ...aggregate(id),
    dedupe_key: `${template}:${key}`,
    template,
    content: {},
    channel: 'EMAIL',
    order_id: orderId,
    origin: {},
    status: 'SENT',
    tries: 1,
    sent_at: new Date(),
    created_at: new Date(),
  });
  arrive(id);
  return id;
}

function arrive(id: string) {
  const mail = { id: newId(), messageId: `<${id}@souk.example>`, receivedAt: '2020-01-01T00:00:00Z' };
  outside.mails.push({ ...mail, to: ['a@chaos.example'], subject: 'Your order' });
}

async function findings() {
  return oneMailPerStep.check(shop.scene({ world: { mailInboxUrl: outside.url } }));
}

async function sentences() {
  return (await findings()).breaches.map(({ sentence }) => sentence);
}

test('one mail for each step holds', async () => {
  const { breaches, looked } = await findings();
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ messages: 2, steps: 3, mails: 2 });
});

test('a mail that came twice breaks nothing only when its sender died over it', async () => {
  arrive(messageId);
  expect(await sentences()).toEqual([`ORDER_PAID ${messageId} came 2 times, and 0 tries were doubtful.`]);
  await shop.insert('notifications', 'delivery', {
    id: newId(),
    message_id: messageId,
    try_number: 1,
    outcome: 'UNKNOWN',
    error: 'It did not say.',
    occurred_at: new Date(),
  });
  const { breaches, remarks, figures } = await findings();
  expect(breaches).toEqual([]);
  expect(remarks).toEqual(['1 mails came more than once.']);
  expect(figures).toMatchObject({ mailsTwice: 1 });
});

test('a step that was told in two messages is found', async () => {
  await write('ORDER_PAID', 'another key');
  expect(await sentences()).toEqual([`Order ${orderId} has 2 mails ORDER_PAID.`]);
});

test('a step that nobody wrote of is found', async () => {
  await shop.execute('notifications', `delete from message where template = 'ORDER_PLACED'`);
  expect(await sentences()).toContain(`Order ${orderId} has 0 mails ORDER_PLACED.`);
});

test('a mail that was sent and is nowhere is found', async () => {
  outside.mails.pop();
  expect(await sentences()).toEqual([`ORDER_PAID ${messageId} was sent, and nobody has it.`]);
});

test('a mail that nobody wrote is found', async () => {
  arrive(newId());
  expect(await sentences()).toEqual(['A mail came that nobody wrote: Your order.']);
});

test('a mail that was given up is found', async () => {
  await shop.execute('notifications', `update message set status = 'FAILED', sent_at = null where id = '${messageId}'`);
  expect(await sentences()).toEqual([`ORDER_PAID ${messageId} is FAILED.`]);
});
