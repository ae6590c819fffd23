import { setTimeout as wait } from 'node:timers/promises';

const patience = 10_000;

/** Asks again and again until there is an answer, or too much time has passed. */
export async function eventually<Answer>(
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer) return answer;
    await wait(10);
  }
  throw new Error(`It did not happen within ${patience} ms: ${ask.toString()}`);
}
