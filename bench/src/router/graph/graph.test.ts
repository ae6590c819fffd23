import { expect, test } from '@jest/globals';
import { composeGraph } from './compose-graph.js';
import { expectedAnswer } from './expected-answer.js';
import { bodiesOf, operations } from './operations.js';

const { api } = composeGraph({});

async function answersTo(name: string): Promise<string[]> {
  const operation = operations.find((one) => one.name === name)!;
  const answers = await Promise.all(bodiesOf(operation).map((body) => expectedAnswer(api, body)));
  return answers.map((answer) => JSON.stringify(answer));
}

test.each([
  ['small', 50, 200],
  ['typical', 3_500, 4_500],
  ['heavy', 80_000, 100_000],
])('every answer to the %s operation has from %d to %d bytes', async (name, least, most) => {
  const sizes = (await answersTo(name)).map(({ length }) => length);
  expect(Math.min(...sizes)).toBeGreaterThan(least);
  expect(Math.max(...sizes)).toBeLessThan(most);
});

test.each(operations.map(({ name }) => name))('no two clients ask for the same with the %s operation', async (name) => {
  const answers = await answersTo(name);
  expect(new Set(answers).size).toBe(answers.length);
  expect(answers.join()).not.toContain('"errors"');
});
