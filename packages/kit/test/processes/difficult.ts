import { type RunningProcess, runProcess } from '../../src/server/run-process.js';

const stop = async () => undefined;

/** Ways in which a process does not just start and stop. */
const ways: Record<string, () => Promise<RunningProcess>> = {
  'never starts': () => new Promise(() => setInterval(() => undefined, 1_000)),
  'cannot start': () => Promise.reject(new Error('the port is taken')),
  'fails later': async () => {
    setImmediate(() => {
      throw new Error('nobody handles this');
    });
    return { stop };
  },
  'forgets a failure': async () => {
    void Promise.reject(new Error('nobody handles this'));
    return { stop };
  },
  'never stops': async () => {
    setInterval(() => undefined, 1_000);
    return { stop: () => new Promise(() => undefined) };
  },
  'cannot stop': async () => {
    setInterval(() => undefined, 1_000);
    return { stop: () => Promise.reject(new Error('the database is gone')) };
  },
};

const [way = ''] = process.argv.slice(2);
const limits = { drainMs: 100, startMs: 100 };
await runProcess(
  'difficult',
  (logger) => {
    logger.info('Begun.');
    return ways[way]!();
  },
  'info',
  limits,
);
