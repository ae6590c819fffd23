import { expect, test } from '@jest/globals';
import { Random } from './random.js';

const tenOf = (random: Random) => Array.from({ length: 10 }, () => random.next());

test('the same seed gives the same numbers, another seed others', () => {
  expect(tenOf(new Random('7'))).toEqual(tenOf(new Random('7')));
  expect(tenOf(new Random('7'))).not.toEqual(tenOf(new Random('8')));
});

test('what one draws does not change what another gets', () => {
  const [busy, quiet] = [new Random('7'), new Random('7')];
  tenOf(busy);
  expect(tenOf(busy.fork('ann'))).toEqual(tenOf(quiet.fork('ann')));
  expect(tenOf(quiet.fork('ann'))).not.toEqual(tenOf(quiet.fork('bob')));
});

test('numbers lie evenly, and whole ones within their bounds', () => {
  const random = new Random('even');
  const drawn = Array.from({ length: 10_000 }, () => random.integer(1, 4));
  for (const number of [1, 2, 3, 4]) {
    const found = drawn.filter((each) => each === number).length;
    expect(found).toBeGreaterThan(2_300);
    expect(found).toBeLessThan(2_700);
  }
  expect(new Set(drawn).size).toBe(4);
});

test('what weighs nothing is never picked, and three times the weight three times as often', () => {
  const random = new Random('weights');
  const drawn = Array.from({ length: 4_000 }, () => random.pickWeighted({ often: 3, seldom: 1, never: 0 }));
  expect(drawn).not.toContain('never');
  const often = drawn.filter((each) => each === 'often').length;
  expect(often).toBeGreaterThan(2_850);
  expect(often).toBeLessThan(3_150);
});

test('five a second come five a second on average', () => {
  const random = new Random('pauses');
  const total = Array.from({ length: 5_000 }, () => random.pauseMs(5)).reduce((sum, pause) => sum + pause, 0);
  expect(total / 5_000).toBeGreaterThan(190);
  expect(total / 5_000).toBeLessThan(210);
});

test('whatever is shuffled is all there, and anything may come first', () => {
  const random = new Random('shuffled');
  const drawn = Array.from({ length: 200 }, () => random.shuffled(['a', 'b', 'c']));
  for (const items of drawn) expect([...items].sort()).toEqual(['a', 'b', 'c']);
  expect(new Set(drawn.map(String)).size).toBe(6);
});

test('from nothing nothing can be picked', () => {
  expect(() => new Random('1').pick([])).toThrow(RangeError);
});
