import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect, type NatsConnection } from 'nats';
import { startTestNats } from '../testing/index.js';
import { ensureStream, streamOf } from './streams.js';

let server: Awaited<ReturnType<typeof startTestNats>>;
let nats: NatsConnection;

beforeAll(async () => {
  server = await startTestNats();
  nats = await connect({ servers: server.url });
}, 60_000);
afterAll(async () => {
  await nats.close();
  await server.stop();
});

test('a stream whose limits an operator has changed stays so, and nobody minds who starts', async () => {
  const manager = await nats.jetstreamManager();
  await ensureStream(manager, 'operated');
  const { config } = await manager.streams.info(streamOf('operated'));
  await manager.streams.update(streamOf('operated'), { ...config, max_bytes: 1_000_000 });
  await ensureStream(manager, 'operated');
  expect((await manager.streams.info(streamOf('operated'))).config.max_bytes).toBe(1_000_000);
});
