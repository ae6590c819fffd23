import { expect, test } from '@jest/globals';
import { describeCrash } from './describe-crash.js';
import type { SourceFile } from './source-file.js';

const about = { root: '/house', file: 'subgraphs/cart/src/graphql/graph.ts' };
const end = '\n\nNode.js v24.21.0\n';

function describe(stderr: string, sources: readonly SourceFile[] = []) {
  const { message, file, line } = describeCrash('It cannot be built', { stderr }, { ...about, sources });
  return { message, file, line };
}

test('where code throws, and what, is told without the calls that led there', () => {
  const stderr = `/house/subgraphs/cart/src/cart.ts:3
throw new TypeError("boom");
      ^

TypeError: boom
    at <anonymous> (/house/subgraphs/cart/src/cart.ts:3:7)
    at async <anonymous> (/house/packages/registry/src/state/print-sdl.ts:14:20)${end}`;
  expect(describe(stderr)).toEqual({
    message: 'It cannot be built: boom. Mend the code.',
    file: 'subgraphs/cart/src/cart.ts',
    line: 3,
  });
});

test('what an installed package throws is not blamed on who asks for the graph', () => {
  const stderr = `file:///house/node_modules/type-graphql/build/definition-node.js:31
        throw new InvalidDirectiveError('...');
              ^

InvalidDirectiveError: Error parsing directive definition "@key("
    at getDirectiveNode (file:///house/node_modules/type-graphql/build/definition-node.js:31:15)
    at printSubgraph (/house/packages/kit/src/graphql/build-subgraph.ts:52:22)${end}`;
  expect(describe(stderr)).toEqual({
    message: 'It cannot be built: Error parsing directive definition "@key(". Mend the code.',
    file: about.file,
    line: undefined,
  });
});

test('what is thrown far from the code that it names is placed where that code stands', () => {
  const path = 'subgraphs/cart/src/graphql/cart.type.ts';
  const content = `@ObjectType('Cart')\nexport class CartType {\n  lines!: Line[];\n}\n`;
  const said = "Cannot determine GraphQL output type for 'lines' of 'CartType' class.";
  const stderr = `Error: ${said}\n    at printSubgraph (/house/subgraphs/cart/src/graphql/graph.ts:9:1)${end}`;
  expect(describe(stderr, [{ path, content }])).toEqual({
    message: `It cannot be built: ${said} Mend the code.`,
    file: path,
    line: 3,
  });
});

test('where several places fit, all are told', () => {
  const sources = ['cart', 'quote'].map((name) => ({
    path: `subgraphs/cart/src/graphql/${name}.type.ts`,
    content: "@ObjectType('Cart')\n",
  }));
  const said = 'Schema must contain uniquely named types but contains multiple types named "Cart".';
  expect(describe(`Error: ${said}${end}`, sources)).toMatchObject({
    message: `It cannot be built: ${said} Mend the code, here or there: subgraphs/cart/src/graphql/quote.type.ts:1.`,
    file: 'subgraphs/cart/src/graphql/cart.type.ts',
  });
});

test('a module that is not there is named from the root', () => {
  const stderr = `node:internal/modules/esm/resolve:272
    throw new ERR_MODULE_NOT_FOUND(
          ^

Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/house/subgraphs/cart/dist/src/nope.js' imported from /house/subgraphs/cart/dist/src/graph.js
    at finalizeResolution (node:internal/modules/esm/resolve:272:11) {
  code: 'ERR_MODULE_NOT_FOUND'
}${end}`;
  expect(describe(stderr)).toMatchObject({
    message:
      "It cannot be built: Cannot find module 'subgraphs/cart/dist/src/nope.js' imported from subgraphs/cart/dist/src/graph.js. Mend the code.",
    file: about.file,
  });
});

test('an error of several lines, without calls, is told whole', () => {
  expect(describe(`Error: It is not right:\n  NATS_URL: missing\n${end}`).message).toBe(
    'It cannot be built: It is not right:\n  NATS_URL: missing. Mend the code.',
  );
});

test('what is no error of JavaScript is told as it is', () => {
  expect(describe('Killed').message).toBe('It cannot be built: Killed. Mend the code.');
});
