import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger, inSpan, SpanKind, startTracing, withCorrelation } from './index.js';

let stopTracing: () => Promise<void>;

beforeAll(async () => {
  stopTracing = await startTracing('test', undefined);
});
afterAll(() => stopTracing());

function aLog() {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('test', 'info', { write: (line) => lines.push(JSON.parse(line)) });
  return { logger, lines };
}

test.each([
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'clientSecret',
  'authorization',
  'cookie',
  'email',
  'apiKey',
  'privateKey',
  'assertion',
])('what is called %s reaches no log, at three depths', (name) => {
  const { logger, lines } = aLog();
  const holder = { [name]: 'hunter2', id: 'told' };
  logger.info({ ...holder, input: holder, request: { headers: holder } }, 'Something happened.');
  const kept = { [name]: '[redacted]', id: 'told' };
  expect(lines).toMatchObject([{ ...kept, input: kept, request: { headers: kept } }]);
});

test('what belongs to one request bears its correlation and its trace', async () => {
  const { logger, lines } = aLog();
  await withCorrelation({ correlationId: 'request-1' }, () =>
    inSpan('work', { kind: SpanKind.SERVER }, async () => {
      logger.info('first');
      await Promise.resolve();
      logger.info('second');
    }),
  );
  const [first, second] = lines;
  expect(lines.map(({ name, msg, correlationId }) => [name, msg, correlationId])).toEqual([
    ['test', 'first', 'request-1'],
    ['test', 'second', 'request-1'],
  ]);
  expect(first?.['traceId']).toMatch(/^[0-9a-f]{32}$/);
  expect(second?.['traceId']).toBe(first?.['traceId']);
});

test('what belongs to no request is told apart', () => {
  const { logger, lines } = aLog();
  logger.info('first');
  logger.info('second');
  expect(new Set(lines.map(({ correlationId }) => correlationId)).size).toBe(2);
  expect(lines.map(({ traceId }) => traceId)).toEqual([undefined, undefined]);
});
