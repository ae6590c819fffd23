import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from 'nats';
import { z } from 'zod';
import { logger, startTestRoom, type TestRoom } from '../../test/test-room.js';
import { defineQuestion } from '../contracts/index.js';
import { currentCorrelation, startTracing, withCorrelation } from '../observability/index.js';
import { answerTo, createAsk, startAnswering } from './index.js';

const twice = defineQuestion('ask.counters.twice.v1', {
  request: z.object({ number: z.int() }),
  reply: z.object({ result: z.int(), correlationId: z.string() }),
  timeoutMs: 500,
  description: 'Twice a number.',
});

let room: TestRoom;
let nats: NatsConnection;
let stopTracing: () => Promise<void>;

beforeAll(async () => {
  stopTracing = await startTracing('test', undefined);
  room = await startTestRoom();
  nats = await room.connect();
}, 60_000);
afterAll(async () => {
  await nats.drain();
  await room.stop();
  await stopTracing();
});

function answering(answer: (number: number) => number) {
  const answers = [
    answerTo(twice, async ({ number }) => ({
      result: answer(number),
      correlationId: currentCorrelation().correlationId,
    })),
  ];
  const context = () => ({ em: room.orm.em.fork(), now: () => new Date(), ask: createAsk(nats), logger });
  return startAnswering(nats, answers, { context, logger });
}

test('a question is answered, and the request it belongs to is known on the other side', async () => {
  const stop = answering((number) => number * 2);
  const reply = await withCorrelation({ correlationId: 'request-1' }, () => createAsk(nats)(twice, { number: 21 }));
  expect(reply).toEqual({ result: 42, correlationId: 'request-1' });
  await stop();
});

test('nobody there and an answer that fails are the same to the one who asks: not available now', async () => {
  const unanswered = { code: 'SERVICE_UNAVAILABLE', details: { retryAfterMs: 1_000 } };
  await expect(createAsk(nats)(twice, { number: 1 })).rejects.toMatchObject(unanswered);
  const stop = answering(() => {
    throw new Error('broken');
  });
  await expect(createAsk(nats)(twice, { number: 1 })).rejects.toMatchObject(unanswered);
  await stop();
});

test('no stream answers in the place of the owner: questions are not events', async () => {
  const manager = await nats.jetstreamManager();
  const { ensureStream } = await import('../messaging/streams.js');
  await ensureStream(manager, 'counters');
  await expect(manager.streams.find(twice.subject)).rejects.toThrow();
});
