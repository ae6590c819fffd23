import { expect, test } from '@jest/globals';
import { readSamples, sampleFileOf } from './read-samples.js';

const type = 'orders.order.paid.v1';
const path = sampleFileOf(type);
const id = '01a214f1-d4fb-766a-bc6a-e9ca0a792681';
const about = { specversion: '1.0', source: '/souk/orders', subject: id, aggregateversion: 1, correlationid: id };
const message = { ...about, id, type, time: '2026-11-25T23:02:02.735Z', data: { orderId: id } };
const read = (content: string) => readSamples([{ path, content }]);

test('a sample is the data of a message as it was published', () => {
  expect(read(JSON.stringify(message))).toEqual([{ type, file: path, data: message.data }]);
  expect(readSamples([{ path: 'schema/events/orders.json', content: '?' }])).toEqual([]);
});

test.each([
  ['{', 'This is not JSON'],
  ['{}', 'no message of orders.order.paid.v1 as it was published (specversion'],
  [JSON.stringify(message.data), 'as it was published'],
  [JSON.stringify({ ...message, type: 'orders.order.lost.v1' }), '(it is a orders.order.lost.v1)'],
])('%s is refused with its file', (content, problem) => {
  expect(() => read(content)).toThrow(
    expect.objectContaining({ file: path, message: expect.stringContaining(problem) }),
  );
});
