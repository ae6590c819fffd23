import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { aMessage, writtenAt } from '../../test/builders/a-message.js';
import { MessageTransitionError, MessageUnderWayError } from './message.errors.js';
import { Message } from './message.js';
import { type MessageStatus, messageStatuses, messageTransitions } from './message-status.js';
import { leaseMs, maxTries } from './retry-schedule.js';

const later = (ms: number) => new Date(writtenAt.getTime() + ms);
const origin = { correlationid: newId() };
const steps = {
  SENDING: (message: Message) => message.take(later(1)),
  RETRYING: (message: Message) => message.retryLater('not now', later(1), 0),
  SENT: (message: Message) => message.succeed('250 OK', later(1)),
  FAILED: (message: Message) => message.fail('never'),
};
type Step = keyof typeof steps;

const pairs = messageStatuses.flatMap((from) => (Object.keys(steps) as Step[]).map((to) => [from, to] as const));
const isLegal = ([from, to]: readonly [MessageStatus, Step]) => messageTransitions[from].includes(to);

test.each(pairs.filter(isLegal))('a message that is %s may become %s', (from, to) => {
  const message = aMessage(from);
  steps[to](message);
  expect(message.status).toBe(to);
});

test.each(pairs.filter((pair) => !isLegal(pair)))('a message that is %s cannot become %s', (from, to) => {
  const message = aMessage(from);
  takeRecordedEvents(message);
  expect(() => steps[to](message)).toThrow(MessageTransitionError);
  expect(message.status).toBe(from);
  expect(takeRecordedEvents(message)).toEqual([]);
});

test('a new message is due at once, for one subject of one template', () => {
  const orderId = newId();
  const content = { template: 'ORDER_PAID', orderId } as const;
  const message = Message.write({ subjectKey: orderId, content, recipientId: null, origin }, writtenAt);
  expect(message).toMatchObject({ dedupeKey: `ORDER_PAID:${orderId}`, template: 'ORDER_PAID', orderId, tries: 0 });
  expect(message.nextTryAt).toEqual(writtenAt);
  expect(message.mailId).toBe(`<${message.id}@souk.example>`);
});

test('a message that was taken is left alone for its lease, and then counts as abandoned', () => {
  const message = aMessage();
  message.take(later(1_000));
  expect(message.nextTryAt).toEqual(later(1_000 + leaseMs));
  expect([message.tries, message.wasAbandoned]).toEqual([1, true]);
});

test('a try counts only as long as nobody else has taken over', () => {
  const message = aMessage('SENDING');
  expect(message.isHeldBy(1)).toBe(true);
  message.take(later(leaseMs));
  expect([message.isHeldBy(1), message.isHeldBy(2)]).toEqual([false, true]);
  message.succeed('250 OK', later(leaseMs));
  expect(message.isHeldBy(2)).toBe(false);
});

test('a message that a mail server took is over, and says so', () => {
  const message = aMessage('SENDING');
  message.succeed('250 queued as 7', later(5));
  expect(message).toMatchObject({ sentAt: later(5), receipt: '250 queued as 7', nextTryAt: null });
  expect(takeRecordedEvents(message)).toEqual([{ type: 'MessageSent', message }]);
});

test('a message that did not get through waits, says nothing, and remembers why', () => {
  const message = aMessage('SENDING');
  message.retryLater('451 try again later', later(5), 0);
  expect(message).toMatchObject({ status: 'RETRYING', lastError: '451 try again later', nextTryAt: later(5_005) });
  expect(takeRecordedEvents(message)).toEqual([]);
});

test('a message is given up after the last try, and says so', () => {
  const message = aMessage();
  for (let count = 1; count < maxTries; count += 1) {
    message.take(writtenAt);
    message.retryLater('not now', writtenAt, 0);
  }
  message.take(writtenAt);
  expect(message.isExhausted).toBe(true);
  message.retryLater('not now', writtenAt, 0);
  expect(message).toMatchObject({ status: 'FAILED', tries: maxTries, nextTryAt: null });
  expect(takeRecordedEvents(message)).toEqual([{ type: 'MessageFailed', message, error: 'not now' }]);
});

test.each(['SENT', 'FAILED'] as const)('a message that is %s can be written again, as another one', (status) => {
  const message = aMessage(status);
  const copy = message.writeAgain(origin, later(10));
  expect(copy).toMatchObject({ status: 'NEW', content: message.content, resendOf: message.id, nextTryAt: later(10) });
  expect(copy.mailId).not.toBe(message.mailId);
  copy.take(later(10));
  copy.succeed('250 OK', later(10));
  expect(copy.writeAgain(origin, later(20)).resendOf).toBe(message.id);
});

test.each(['NEW', 'SENDING', 'RETRYING'] as const)('a message that is %s is not written again', (status) => {
  expect(() => aMessage(status).writeAgain(origin, later(10))).toThrow(MessageUnderWayError);
});
