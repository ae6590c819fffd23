import { expect, test } from '@jest/globals';
import { readQuestionVersions } from './read-questions.js';

const subject = 'ask.cart.quote.v1';
const [asked, replied] = [{ type: 'object' }, { type: 'string' }];
const message = (payload: object) => ({ payload });
const document = {
  channels: { [subject]: { description: 'A quote.' }, [`${subject}.reply`]: {}, 'orders.order.paid.v1': {} },
  components: {
    messages: {
      [`${subject}.request`]: message(asked),
      [`${subject}.reply`]: message({ allOf: [{}, { properties: { data: replied } }] }),
    },
  },
};
const files = (content: unknown) => [{ path: 'schema/asyncapi.json', content: JSON.stringify(content) }];

test('a question is what the document says of it, and where its contract stands', () => {
  const source = {
    path: 'schema/questions/cart.ts',
    content: `export const askQuote = defineQuestion('${subject}', {})`,
  };
  expect(readQuestionVersions([...files(document), source])).toEqual([
    {
      subject,
      description: 'A quote.',
      request: asked,
      reply: replied,
      declaration: { file: source.path, line: 1, text: source.content },
    },
  ]);
});

test('without a document there are no questions', () => expect(readQuestionVersions([])).toEqual([]));

test.each([
  [{}, 'It is not an AsyncAPI document'],
  [{ ...document, components: { messages: {} } }, `It does not say what is asked and replied by ${subject}`],
])('a document that was edited is refused: %#', (content, problem) => {
  expect(() => readQuestionVersions(files(content))).toThrow(problem);
});
