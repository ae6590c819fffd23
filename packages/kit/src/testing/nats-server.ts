import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'nats';

export interface TestNats {
  url: string;
  /** Kills it and starts it again, with all that it has stored. What is done in between, and awaited, happens without it. */
  restart(inBetween?: () => unknown): Promise<void>;
  stop(): Promise<void>;
}

/** A NATS server with JetStream of its own for one test file; the program is at `TEST_NATS_SERVER`. */
export async function startTestNats(): Promise<TestNats> {
  const program = process.env['TEST_NATS_SERVER'];
  if (!program) throw new Error('TEST_NATS_SERVER is not set: run the tests with `npm test`.');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'souk-test-nats-'));
  const url = `nats://127.0.0.1:${port}`;
  const start = async () => {
    const server = spawn(program, ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder], { stdio: 'ignore' });
    await untilReady(url);
    return server;
  };
  let server = await start();
  return {
    url,
    restart: async (inBetween) => {
      await kill(server);
      await inBetween?.();
      server = await start();
    },
    stop: async () => {
      await kill(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const connection = await connect({
    servers: url,
    waitOnFirstConnect: true,
    maxReconnectAttempts: 200,
    reconnectTimeWait: 25,
  });
  await connection.jetstreamManager();
  await connection.close();
}

async function kill(server: ChildProcess): Promise<void> {
  const hasEnded = server.exitCode !== null || server.signalCode !== null;
  const gone = hasEnded || new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}

/** A TCP port on the loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
