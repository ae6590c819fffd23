import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aStaffMember, eventually, publishEvent } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { eventsOf } from '../../test/order-events.js';
import { startTestNotifications, type TestNotifications } from '../../test/start-test-notifications.js';
import { untilHandled, untilSent } from '../../test/until-handled.js';
import { Message } from '../domain/message.js';

let notifications: TestNotifications;

beforeAll(async () => {
  notifications = await startTestNotifications();
}, 60_000);
afterAll(() => notifications.stop());

const reader = aStaffMember(newId(), ['notifications:read']);
const staff = aStaffMember(newId(), ['notifications:read', 'notifications:write']);
const list = `query ($status: MessageStatus, $first: Int, $after: String) {
  messages(status: $status, first: $first, after: $after) {
    nodes {
      id template status recipientId order { id } resendOfId tries nextTryAt sentAt receipt lastError createdAt
      deliveries { tryNumber outcome error occurredAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const resend = `mutation ($input: ResendMessageInput!) {
  resendMessage(input: $input) { message { id template resendOfId } replayed userErrors { code } }
}`;

const em = () => notifications.running.parts.orm.em.fork();
const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

/** A message that was sent, or refused with a code of the mail server. */
async function aMessage({ rejectCode }: { rejectCode?: number } = {}) {
  const order = anOrder();
  const address = notifications.shop.add(order);
  await notifications.inbox.change(rejectCode ? { rejectNext: 1, rejectCode } : { rejectNext: 0 });
  const { nats } = notifications.running.parts;
  await publishEvent(nats, eventsOf.ORDER_PLACED(order), { aggregateId: order.orderId, version: 1 });
  await untilHandled(notifications, 'orders', 'order');
  if (rejectCode !== 451) await untilSent(notifications);
  const { id } = await em().findOneOrFail(Message, { orderId: order.orderId });
  return { id, order, address };
}

function send(caller: Caller, messageId: string, idempotencyKey = newId()) {
  return notifications.send(caller, resend, { input: { messageId, idempotencyKey } });
}

test('staff reads every message, newest first, with every try to send it', async () => {
  const { id, order } = await aMessage();
  const { data } = await notifications.send(reader, list, { first: 1 });
  expect(data.messages.nodes).toEqual([
    expect.objectContaining({
      id,
      template: 'ORDER_PLACED',
      status: 'SENT',
      recipientId: order.customerId,
      order: { id: order.orderId },
      tries: 1,
      nextTryAt: null,
      receipt: expect.stringMatching(/^250/),
      deliveries: [{ tryNumber: 1, outcome: 'ACCEPTED', error: null, occurredAt: expect.any(String) }],
    }),
  ]);
});

test('staff finds the messages that failed, page by page, without the addresses that the mail server named', async () => {
  const failed = [await aMessage({ rejectCode: 550 }), await aMessage({ rejectCode: 550 })].map(({ id }) => id);
  await aMessage();
  const first = await notifications.send(reader, list, { status: 'FAILED', first: 1 });
  const after = first.data.messages.pageInfo.endCursor;
  const second = await notifications.send(reader, list, { status: 'FAILED', first: 1, after });
  const found = [...first.data.messages.nodes, ...second.data.messages.nodes];
  expect(found.map(({ id }) => id)).toEqual(failed.reverse());
  expect(found[0].lastError).toContain('550');
  expect(JSON.stringify(found)).not.toContain('@');
});

test('a message that failed is sent once more, once for one key', async () => {
  const { id, address } = await aMessage({ rejectCode: 550 });
  const key = newId();
  const { data } = await send(staff, id, key);
  expect(data.resendMessage).toMatchObject({ message: { template: 'ORDER_PLACED', resendOfId: id }, replayed: false });
  const again = await send(staff, id, key);
  const { message } = data.resendMessage;
  expect(again.data.resendMessage).toEqual({ message, replayed: true, userErrors: [] });
  await untilSent(notifications);
  const mails = await notifications.inbox.mailsTo(address);
  expect(mails.map(({ messageId }) => messageId)).toEqual([`<${message.id}@souk.example>`]);
});

test('a message that was sent can be sent once more, and arrives as another mail', async () => {
  const { id, address } = await aMessage();
  await send(staff, id);
  await untilSent(notifications);
  const ids = (await notifications.inbox.mailsTo(address)).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(2);
});

test('a message that is on its way is not sent once more, nor is one whose repetition is', async () => {
  const waiting = await aMessage({ rejectCode: 451 });
  await eventually(async () => expect((await em().findOneOrFail(Message, waiting.id)).status).toBe('RETRYING'));
  const refused = { message: null, replayed: false, userErrors: [{ code: 'MESSAGE_UNDER_WAY' }] };
  expect((await send(staff, waiting.id)).data.resendMessage).toEqual(refused);
  await em().execute('update message set next_try_at = now() where id = ?', [waiting.id]);
  const { id } = await aMessage();
  await notifications.inbox.change({ latencyMs: 500 });
  expect((await send(staff, id)).data.resendMessage.userErrors).toEqual([]);
  expect((await send(staff, id)).data.resendMessage).toEqual(refused);
  await notifications.inbox.change({ latencyMs: 0 });
  await untilSent(notifications);
});

test('what is not there cannot be sent once more', async () => {
  expect((await send(staff, newId())).data.resendMessage.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  expect(codeOf(await send(staff, 'nonsense'))).toBe('BAD_USER_INPUT');
  expect(codeOf(await send(staff, newId(), 'short'))).toBe('BAD_USER_INPUT');
});

test('a key belongs to one message', async () => {
  const [one, other] = [await aMessage(), await aMessage()];
  const key = newId();
  await send(staff, one.id, key);
  expect(codeOf(await send(staff, other.id, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  await untilSent(notifications);
});

test('messages are for staff that may read them, and sending them again for staff that may write', async () => {
  const { id, order } = await aMessage();
  const customer = aCustomer(order.customerId);
  expect(codeOf(await notifications.send(customer, list))).toBe('FORBIDDEN');
  expect(codeOf(await notifications.send(anonymous, list))).toBe('UNAUTHENTICATED');
  for (const caller of [customer, reader]) expect(codeOf(await send(caller, id))).toBe('FORBIDDEN');
});

test.each([[{ first: 101 }], [{ after: 'nonsense' }]])('a page that cannot be is refused: %j', async (variables) => {
  expect(codeOf(await notifications.send(reader, list, variables))).toBe('BAD_USER_INPUT');
});
