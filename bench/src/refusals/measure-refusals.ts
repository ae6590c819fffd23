import { setTimeout as delay } from 'node:timers/promises';
import { type Summary, summarize } from '../measure/percentiles.js';
import { postJson } from '../router/processes/post-json.js';
import type { BadInput } from './bad-inputs.js';
import { type Place, plainQuery } from './place.js';

export interface Refusals {
  name: string;
  /** What it must be refused with. */
  expected: string;
  refusedWithinMs: number;
  /** How often each code came. */
  codes: Record<string, number>;
  /** Milliseconds until it was refused. */
  refused: Summary | null;
  /** Milliseconds that a plain query took meanwhile. */
  plain: Summary | null;
}

const atOnce = 8;
const usuallyWithinMs = 500;
const plainEveryMs = 5;

/** Sends one kind of bad input again and again, eight at a time, while somebody else asks something plain. */
export async function measureRefusals(input: BadInput, place: Place, times: number): Promise<Refusals> {
  const codes: Record<string, number> = {};
  const refused: number[] = [];
  let next = 0;
  const sender = async () => {
    while (next < times) {
      const startedAtMs = performance.now();
      const code = await input.send(place, next++);
      refused.push(performance.now() - startedAtMs);
      codes[code] = (codes[code] ?? 0) + 1;
    }
  };
  const over = new AbortController();
  const plain = askPlain(place, over.signal);
  await Promise.all(Array.from({ length: atOnce }, sender));
  over.abort();
  return {
    name: input.name,
    expected: input.code,
    refusedWithinMs: input.refusedWithinMs ?? usuallyWithinMs,
    codes,
    refused: summarize(refused),
    plain: summarize(await plain),
  };
}

/** Asks at least once. */
async function askPlain({ url }: Place, signal: AbortSignal): Promise<number[]> {
  const durations: number[] = [];
  do {
    const startedAtMs = performance.now();
    await postJson(url, plainQuery);
    durations.push(performance.now() - startedAtMs);
    await delay(plainEveryMs);
  } while (!signal.aborted);
  return durations;
}
