import { expect, test } from '@jest/globals';
import { mortalParts, servers } from '../faults/targets.js';
import { planKills } from './plan-kills.js';

const components = [...mortalParts, ...servers];

test('the same seed gives the same order, another seed another', () => {
  expect(planKills('7', 3)).toEqual(planKills('7', 3));
  expect(planKills('7', 3)).not.toEqual(planKills('8', 3));
});

test('each component dies once in each round, and nothing else goes wrong', () => {
  const kills = planKills('rounds', 5);
  for (let round = 0; round < 5; round += 1) {
    const victims = kills.slice(round * components.length, (round + 1) * components.length);
    expect(victims.map(({ target }) => target).sort()).toEqual([...components].sort());
  }
  expect(new Set(kills.map(({ kind }) => kind))).toEqual(new Set(['kill-process', 'kill-server']));
});

test('nobody dies before the one that died last had its time to come back', () => {
  for (const [index, { id, atMs }] of planKills('apart', 2).entries()) {
    expect(id).toBe(index + 1);
    expect(atMs).toBe(index * 18_000);
  }
});
