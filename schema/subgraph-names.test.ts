import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { subgraphNames } from './subgraph-names.js';

test('every subgraph that has a part of the graph is named', () => {
  const files = readdirSync(join(import.meta.dirname, 'subgraphs'));
  expect(files.sort()).toEqual(subgraphNames.map((name) => `${name}.graphql`));
});
