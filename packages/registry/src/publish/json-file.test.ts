import { expect, test } from '@jest/globals';
import { jsonFile } from './json-file.js';

test('what fits into a line stands in one; what does not is unfolded', () => {
  const long = 'a description that takes most of a line, so that what bears it has to be unfolded over several lines';
  const { content } = jsonFile('a.json', {
    short: { list: [1, 2], none: {}, gone: undefined },
    wide: { long, id: 'b' },
  });
  expect(content).toBe(`{
  "short": { "list": [1, 2], "none": {} },
  "wide": {
    "long": "${long}",
    "id": "b"
  }
}
`);
});

test.each([{}, { a: [] }, { a: [{ b: 'x'.repeat(130) }, null, 1.5, true, 'é"\n'] }])(
  'what is written is JSON: %j',
  (value) => expect(JSON.parse(jsonFile('a.json', value).content)).toEqual(value),
);
