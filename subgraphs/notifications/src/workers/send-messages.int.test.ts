import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { aGuestOrder, anOrder } from '../../test/builders/an-order.js';
import { TestPost } from '../../test/start-test-post.js';
import { Delivery } from '../domain/delivery.js';
import { Message } from '../domain/message.js';
import { composeMail } from '../mail/compose-mail.js';
import { claimDueMessages } from '../use-cases/claim-due-messages.js';
import { putBackMessage } from '../use-cases/put-back-message.js';
import { recordDelivery } from '../use-cases/record-delivery.js';
import { sendMessages } from './send-messages.js';

let post: TestPost;

beforeAll(async () => {
  post = await TestPost.start();
}, 60_000);
afterEach(() => post.tidyUp());
afterAll(() => post.stop());

/** A message about a new order, and where it is to go. */
async function aWrittenMessage(order = anOrder()) {
  const address = post.shop.add(order);
  const { id, mailId } = await post.write({ template: 'ORDER_PAID', orderId: order.orderId }, order.orderId);
  return { id, mailId, address, order };
}

async function someWrittenMessages(orders: readonly ReturnType<typeof anOrder>[]) {
  const messages: { id: string }[] = [];
  for (const order of orders) messages.push(await aWrittenMessage(order));
  return messages;
}

async function statusesOf(messages: readonly { id: string }[]) {
  const found = await post.em.find(Message, { id: { $in: messages.map(({ id }) => id) } });
  return [...new Set(found.map(({ status }) => status))];
}

async function logOf(messageId: string) {
  const lines = await post.em.find(Delivery, { messageId }, { orderBy: { id: 'asc' } });
  return lines.map(({ tryNumber, outcome }) => [tryNumber, outcome]);
}

async function saidOf(messageId: string) {
  const rows = await post.em.execute<{ type: string; payload: object }[]>(
    'select type, payload from outbox where aggregate_id = ? order by event_version',
    [messageId],
  );
  return rows.map(({ type, payload }) => ({ type, ...payload }));
}

test('a message is sent once, written down, and told', async () => {
  const { id, mailId, address } = await aWrittenMessage();
  await post.round();
  await post.round();
  const mails = await post.inbox.mailsTo(address);
  expect(mails.map(({ messageId }) => messageId)).toEqual([mailId]);
  expect(await post.read(id)).toMatchObject({ status: 'SENT', tries: 1, receipt: expect.stringMatching(/^250 /) });
  expect(await logOf(id)).toEqual([[1, 'ACCEPTED']]);
  const said = { messageId: id, template: 'ORDER_PAID', recipientId: null };
  expect(await saidOf(id)).toEqual([{ type: 'notifications.message.sent.v1', ...said }]);
});

test('the same is not written twice', async () => {
  const { id, order } = await aWrittenMessage();
  expect((await post.write({ template: 'ORDER_PAID', orderId: order.orderId }, order.orderId)).id).toBe(id);
});

test('a mail server that cannot just now is asked again later, under the same id', async () => {
  const { id, mailId, address } = await aWrittenMessage();
  await post.inbox.change({ rejectNext: 1, rejectCode: 451 });
  await post.round();
  const waiting = await post.read(id);
  expect(waiting).toMatchObject({ status: 'RETRYING', tries: 1, lastError: expect.stringContaining('451') });
  const pauseMs = (waiting.nextTryAt?.getTime() ?? 0) - Date.now();
  expect(pauseMs).toBeGreaterThan(1_000);
  expect(pauseMs).toBeLessThan(10_000);
  await post.round();
  expect(await post.inbox.mailsTo(address)).toEqual([]);
  await post.passTime(id);
  await post.round();
  expect((await post.inbox.mailsTo(address)).map(({ messageId }) => messageId)).toEqual([mailId]);
  expect(await logOf(id)).toEqual([
    [1, 'DEFERRED'],
    [2, 'ACCEPTED'],
  ]);
});

test('a mail server that refuses for good is not asked again', async () => {
  const { id, address } = await aWrittenMessage();
  await post.inbox.change({ rejectNext: 1, rejectCode: 550 });
  await post.round();
  await post.round();
  expect(await post.read(id)).toMatchObject({ status: 'FAILED', tries: 1, nextTryAt: null });
  expect(await post.inbox.mailsTo(address)).toEqual([]);
  expect(await logOf(id)).toEqual([[1, 'REFUSED']]);
  const failed = { type: 'notifications.message.failed.v1', messageId: id, error: expect.stringContaining('550') };
  expect(await saidOf(id)).toEqual([expect.objectContaining(failed)]);
});

test('a mail server that is away gets what was written meanwhile when it is back', async () => {
  await post.inbox.close();
  const { id, address } = await aWrittenMessage();
  await post.round();
  expect(await post.read(id)).toMatchObject({ status: 'RETRYING', tries: 1 });
  await post.inbox.open();
  await post.passTime(id);
  await post.round();
  expect(await post.inbox.mailsTo(address)).toHaveLength(1);
  expect(await post.read(id)).toMatchObject({ status: 'SENT', tries: 2 });
});

test('somebody who does not answer is asked again in a moment, however often it takes, and no try is used up', async () => {
  const order = anOrder();
  const { id } = await post.write({ template: 'ORDER_PAID', orderId: order.orderId }, order.orderId);
  await post.silence();
  for (let count = 0; count < 3; count += 1) {
    await post.passTime(id);
    await post.round();
    const waiting = await post.read(id);
    expect(waiting).toMatchObject({ status: 'RETRYING', tries: 0, lastError: 'The orders service does not answer.' });
    expect((waiting.nextTryAt?.getTime() ?? 0) - Date.now()).toBeLessThan(10_000);
  }
  post.speak();
  const address = post.shop.add(order);
  await post.passTime(id);
  await post.round();
  expect(await post.inbox.mailsTo(address)).toHaveLength(1);
  expect(await logOf(id)).toEqual([[1, 'ACCEPTED']]);
});

test("a process that comes back after its lease ran out puts nothing back that is another's", async () => {
  const { id } = await aWrittenMessage();
  await claimDueMessages(post.em, 5);
  await post.passTime(id);
  await claimDueMessages(post.em, 5);
  await putBackMessage(post.em, { messageId: id, tryNumber: 1 }, 'too late');
  expect(await post.read(id)).toMatchObject({ status: 'SENDING', tries: 2, lastError: null });
});

test('what waits behind messages about which nobody answers is sent meanwhile', async () => {
  const silent = Array.from({ length: 6 }, () => anOrder());
  const speak = post.shop.fallSilentAbout(silent);
  const unanswered = await someWrittenMessages(silent);
  const answered = await someWrittenMessages(Array.from({ length: 12 }, () => anOrder()));
  const round = post.round();
  await eventually(async () => expect(await statusesOf(answered)).toEqual(['SENT']));
  expect(await statusesOf(unanswered)).not.toContain('SENT');
  speak();
  await round;
});

test('a process that dies between sending and writing it down leaves a mail that is sent again, under the same id', async () => {
  const { id, mailId, address } = await aWrittenMessage();
  const [claimed] = await claimDueMessages(post.em, 5);
  await post.mailer.send(await composeMail(claimed!, post.desk));
  // Here the process is gone. Until its lease is over, nobody touches the message.
  await post.round();
  expect(await post.read(id)).toMatchObject({ status: 'SENDING', tries: 1 });
  await post.passTime(id);
  await post.round();
  expect((await post.inbox.mailsTo(address)).map(({ messageId }) => messageId)).toEqual([mailId, mailId]);
  expect(await post.read(id)).toMatchObject({ status: 'SENT', tries: 2 });
  expect(await logOf(id)).toEqual([
    [1, 'UNKNOWN'],
    [2, 'ACCEPTED'],
  ]);
});

test('a process that was away longer than its lease changes nothing when it comes back, but is in the log', async () => {
  const { id } = await aWrittenMessage();
  await claimDueMessages(post.em, 5);
  await post.passTime(id);
  await post.round();
  const { version } = await post.read(id);
  await recordDelivery(post.em, { messageId: id, tryNumber: 1 }, { outcome: 'REFUSED', error: 'too late' });
  expect(await post.read(id)).toMatchObject({ status: 'SENT', tries: 2, version });
  expect(await logOf(id)).toEqual([
    [1, 'UNKNOWN'],
    [2, 'ACCEPTED'],
    [1, 'REFUSED'],
  ]);
});

test('a message over which every process dies is given up in the end', async () => {
  const { id, address } = await aWrittenMessage();
  for (let count = 1; count <= 12; count += 1) {
    await claimDueMessages(post.em, 5);
    await post.passTime(id);
  }
  await post.round();
  expect(await post.read(id)).toMatchObject({ status: 'FAILED', tries: 12 });
  expect(await post.inbox.mailsTo(address)).toEqual([]);
  expect(await logOf(id)).toHaveLength(12);
});

test('a message is given up after twelve tries', async () => {
  const { id, address } = await aWrittenMessage();
  await post.inbox.change({ rejectNext: 100, rejectCode: 451 });
  for (let count = 1; count <= 12; count += 1) {
    expect((await post.read(id)).status).not.toBe('FAILED');
    await post.passTime(id);
    await post.round();
  }
  expect(await post.read(id)).toMatchObject({ status: 'FAILED', tries: 12 });
  await post.inbox.change({ rejectNext: 0 });
  await post.round();
  expect(await post.inbox.mailsTo(address)).toEqual([]);
  expect(await saidOf(id)).toHaveLength(1);
});

test('two processes that look at once share the work, and send nothing twice', async () => {
  const messages = [];
  for (let count = 0; count < 12; count += 1) messages.push(await aWrittenMessage());
  const rounds = async () => {
    while (await post.round());
  };
  await Promise.all([rounds(), rounds(), rounds()]);
  await rounds();
  const arrived = await Promise.all(messages.map(({ address }) => post.inbox.mailsTo(address)));
  expect(arrived.map(({ length }) => length)).toEqual(messages.map(() => 1));
});

test('a guest gets a secret link, a customer one to sign in for, whatever address the order bears', async () => {
  const guest = await aWrittenMessage(aGuestOrder());
  const customer = await aWrittenMessage();
  const elsewhere = anOrder({ contactEmail: `${newId()}@example.com` });
  post.shop.addCustomer(elsewhere.customerId);
  const other = await aWrittenMessage(elsewhere);
  while (await post.round());
  await post.round();
  const linkIn = async (address: string) => (await post.inbox.mailsTo(address))[0]?.text.match(/https:\S+/)?.[0];
  const secret = post.shop.secrets.get(guest.order.orderId)?.[0];
  expect(await linkIn(guest.address)).toBe(`https://shop.example/orders/link/${secret}`);
  expect(await linkIn(customer.address)).toBe(`https://shop.example/orders/${customer.order.orderNumber}`);
  expect(other.address).toBe(elsewhere.contactEmail);
  expect(await linkIn(other.address)).toBe(`https://shop.example/orders/${elsewhere.orderNumber}`);
  expect(JSON.stringify(await post.read(guest.id))).not.toContain(secret);
});

test.each(['an order', 'an account'])('%s that is not there gets no mail, and the message says why', async (what) => {
  const order = anOrder();
  if (what === 'an account') post.shop.orders.set(order.orderId, order);
  const { id } = await post.write({ template: 'ORDER_PAID', orderId: order.orderId }, order.orderId);
  await post.round();
  expect(await post.read(id)).toMatchObject({ status: 'FAILED', lastError: expect.stringMatching(/^There is no /) });
});

test('a new customer who is gone again, and staff without an address, get no mail', async () => {
  const customerId = newId();
  const welcome = await post.write({ template: 'WELCOME', customerId }, customerId);
  const stock = { variantId: newId(), warehouseCode: 'BER', available: 1, threshold: 5 };
  const alarm = await post.write({ template: 'STOCK_LOW', ...stock }, newId());
  await post.round(sendMessages({ ...post.desk, mailer: post.mailer, staffEmail: undefined }));
  expect((await post.read(welcome.id)).status).toBe('FAILED');
  expect(await post.read(alarm.id)).toMatchObject({ lastError: 'No address of staff is configured.' });
});

test('what was written down of a delivery stays written', async () => {
  await expect(post.em.execute('update delivery set error = null')).rejects.toThrow('permission denied');
  await expect(post.em.execute('delete from delivery')).rejects.toThrow('permission denied');
});
