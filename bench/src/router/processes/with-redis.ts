import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '@souk/kit/testing';
import { readRedisConfig } from '../../config.js';
import { startProgram } from './start-program.js';

/** Lets the work be done beside a Redis of its own, which keeps nothing. */
export async function withRedis<Result>(folder: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const { TEST_REDIS_SERVER: program, TEST_REDIS_LIBRARIES: libraries } = readRedisConfig();
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const redis = await startProgram({
    name: 'redis',
    launch: { program, args, environment: { LD_LIBRARY_PATH: libraries } },
    url: `redis://127.0.0.1:${port}`,
    logFile: join(folder, 'redis.log'),
    probe: () => reach(port),
  });
  return await work(redis.url).finally(() => redis.stop());
}

async function reach(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
}
