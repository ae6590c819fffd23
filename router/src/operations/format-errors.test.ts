import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PublicError } from '@souk/kit/domain';
import { createLogger, startTracing, withCorrelation } from '@souk/kit/observability';
import { GraphQLError } from 'graphql';
import { createRouterErrorFormatter } from './format-errors.js';

const { formatAll } = createRouterErrorFormatter(createLogger('test', 'silent'));

let stopTracing: () => Promise<void>;

beforeAll(async () => {
  stopTracing = await startTracing('test', undefined);
});
afterAll(() => stopTracing());

function format(error: unknown) {
  return withCorrelation({ correlationId: 'request-1' }, () => formatAll([error])[0]);
}

test('a public error is told with its code and details', () => {
  expect(format(new PublicError('RATE_LIMITED', 'Slow down.', { retryAfterMs: 5 }))).toEqual({
    message: 'Slow down.',
    extensions: { code: 'RATE_LIMITED', retryAfterMs: 5, requestId: 'request-1' },
  });
});

test('a public error is found inside another', () => {
  const originalError = new PublicError('BAD_REQUEST', 'Not like this.');
  expect(format(new GraphQLError('wrapped', { originalError }))).toMatchObject({
    message: 'Not like this.',
    extensions: { code: 'BAD_REQUEST' },
  });
});

test.each([
  ['an unexpected error', new Error('connect ECONNREFUSED 10.0.0.1')],
  ['a thrown string', 'password'],
  ['nothing at all', undefined],
])('the message of %s is not told', (_what, error) => {
  expect(format(error)).toEqual({
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
  });
});

test('an error of a subgraph loses what the gateway noted beside it', () => {
  const extensions = { code: 'NOT_FOUND', serviceName: 'orders', stacktrace: [], limit: 3 };
  expect(format(new GraphQLError('Not there.', { path: ['order'], extensions }))).toEqual({
    message: 'Not there.',
    path: ['order'],
    extensions: { code: 'NOT_FOUND', limit: 3, requestId: 'request-1' },
  });
});
