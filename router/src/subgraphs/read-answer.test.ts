import { expect, test } from '@jest/globals';
import { readAnswer } from './read-answer.js';

function read(status: number, body: unknown) {
  return readAnswer({ status, text: typeof body === 'string' ? body : JSON.stringify(body) });
}

test('data comes through as it is', () => {
  expect(read(200, { data: { orders: [{ id: '1', note: null }] } })).toEqual({
    data: { orders: [{ id: '1', note: null }] },
  });
});

test('an error keeps its path, its public code and the known details, and loses everything else', () => {
  const extensions = {
    code: 'RATE_LIMITED',
    retryAfterMs: 100,
    limit: 'many',
    stacktrace: ['at secret.ts'],
    http: { status: 418 },
  };
  const { errors } = read(200, { data: null, errors: [{ message: 'Slow down.', path: ['a', 0], extensions }] });
  expect(errors?.[0]).toMatchObject({ message: 'Slow down.', path: ['a', 0] });
  expect(errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterMs: 100 });
});

test.each(['UNKNOWN', 'GRAPHQL_VALIDATION_FAILED', undefined])('the code %s becomes an internal error', (code) => {
  const { errors } = read(400, { errors: [{ message: 'm', extensions: { code } }] });
  expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});

test('a refused assertion is not told as if the client had to sign in', () => {
  const refused = { errors: [{ message: 'm', extensions: { code: 'UNAUTHENTICATED' } }] };
  const cause = expect.objectContaining({ message: expect.stringContaining('refused the assertion') });
  expect(() => read(401, refused)).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', cause }));
});

test.each([502, 503, 504])('an answer of a proxy with status %s means that the subgraph is not there', (status) => {
  expect(() => read(status, '<html>')).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }));
});

test.each(['<html>', '[]', '{}', '{"data":7}'])('the answer %s is not one', (text) => {
  expect(() => read(200, text)).toThrow();
});
