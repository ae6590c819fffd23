import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { onePerTurn } from './one-per-turn.js';

function open() {
  const passedOn: unknown[] = [];
  const listener = onePerTurn((request) => passedOn.push(request));
  const come = (name: string, destroyed = false) =>
    listener(name as unknown as IncomingMessage, { destroyed } as ServerResponse);
  return { passedOn, come };
}

test('requests are passed on in their order, one in each turn', async () => {
  const { passedOn, come } = open();
  for (const name of ['a', 'b', 'c']) come(name);
  expect(passedOn).toEqual([]);
  await nextTurn();
  expect(passedOn).toEqual(['a']);
  come('d');
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  expect(passedOn).toEqual(['a', 'b', 'c', 'd']);
});

test('who has left meanwhile is not served', async () => {
  const { passedOn, come } = open();
  come('gone', true);
  come('here');
  for (let turn = 0; turn < 2; turn += 1) await nextTurn();
  expect(passedOn).toEqual(['here']);
});
