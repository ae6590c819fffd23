import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 20;

/** Asks until the answer is truthy; null once the deadline has passed. An aborted signal throws. */
export async function poll(ask, { timeoutMs, signal, everyMs = pollMs }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) return null;
    await pause(everyMs);
  }
}
