import { expect, test } from '@jest/globals';
import { requireTypedTogether } from './typed-together.js';

const demo = {
  path: 'schema/operations/demo/page.graphql',
  content: 'query Page { ...Name }\nfragment Name on Query { a }',
};

function beside(content: string): void {
  requireTypedTogether([demo, { path: 'schema/operations/web/page.graphql', content }]);
}

test.each([
  [
    'an operation',
    'query Other { b }\n\nquery Page { b }',
    3,
    'Two operations are called Page, the other in schema/operations/demo/page.graphql:1,',
  ],
  [
    'a fragment',
    'fragment Name on Query { b }',
    1,
    'Two fragments are called Name, the other in schema/operations/demo/page.graphql:2,',
  ],
])("%s that bears the name of another client's is refused with its place", (_what, content, line, message) => {
  expect(() => beside(content)).toThrow(
    expect.objectContaining({
      exitCode: 2,
      file: 'schema/operations/web/page.graphql',
      line,
      message: expect.stringContaining(message),
    }),
  );
});

test('the same text under the same name has one type, however it is laid out', () => {
  expect(() => beside('query Page {\n  ...Name\n}\nquery Name { a }\nfragment Name on Query { a }')).not.toThrow();
});

test('what a registered version sends is not typed here', () => {
  const version = { path: 'schema/operations/web/1.0.json', content: '{ "hash": "query Page { b }" }' };
  expect(() => requireTypedTogether([demo, version])).not.toThrow();
});
