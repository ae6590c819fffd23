import { expect, test } from '@jest/globals';
import { findingsOf, type SdlRule } from './sdl-rule.js';

const everyField: SdlRule = ({ types }) =>
  [...types.values()].flatMap(({ fields }) =>
    fields.map((place) => ({ place, code: 'FIELD', message: `There is ${place.name}.`, fix: 'Leave it.' })),
  );

test('a remark becomes an error with its file and line, in the order of the file', () => {
  const sdl = '# Generated.\n\ntype Cart {\n  "It." id: ID!\n}\nextend type Cart {\n  lines: Int\n}\n';
  const subgraph = { name: 'cart', file: 'schema/subgraphs/cart.graphql', sdl };
  const about = { check: 'manners', level: 'error', code: 'FIELD', fix: 'Leave it.', file: subgraph.file };
  expect(findingsOf('manners', [everyField], [subgraph])).toEqual([
    { ...about, coordinate: 'Cart.id', message: 'There is id.', line: 4 },
    { ...about, coordinate: 'Cart.lines', message: 'There is lines.', line: 7 },
  ]);
});
