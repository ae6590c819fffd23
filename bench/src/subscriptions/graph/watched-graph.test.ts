import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { composeWatchedGraph, watchOrder } from './watched-graph.js';

test('the parts compose, and each of them is asked', () => {
  const sdl = composeWatchedGraph({});
  for (const name of ['ORDERS', 'PAYMENTS', 'SHIPPING']) expect(sdl).toContain(`graph: ${name}`);
  const api = buildSchema(`${sdl}`, { assumeValidSDL: true });
  expect(validate(api, parse(watchOrder))).toEqual([]);
});
