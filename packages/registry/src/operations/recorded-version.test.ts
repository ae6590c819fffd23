import { expect, test } from '@jest/globals';
import { manifestFileOf, toClientVersion } from './recorded-version.js';

test('a version of a client has a file', () => {
  expect(manifestFileOf(toClientVersion({ client: 'web', version: '1.4.0-rc.1' }))).toBe(
    'schema/operations/web/1.4.0-rc.1.json',
  );
});

test.each([
  [{ version: '1.0' }, '--client is missing: expected is a name in small letters, digits and hyphens, such as web.'],
  [{ client: '../web', version: '1.0' }, /^--client \.\.\/web will not do/],
  [{ client: 'web' }, /^--version is missing/],
  [{ client: 'web', version: '1/0' }, /^--version 1\/0 will not do/],
  [{ client: 'web', version: 'workspace' }, /the documents of this repository need none/],
])('%j will not do', (given, message) => {
  expect(() => toClientVersion(given)).toThrow(message);
});
