import { type ManyConnections, openManyConnections } from '@souk/inventory/testing/many-connections';
import type { EntityManager } from '@souk/kit/persistence';
import { type Summary, summarize } from '../measure/percentiles.js';
import { Companion } from '../router/processes/companion.js';
import { countPromised, fillPool, type HotGoods, stockHotGoods, unitsARound } from './hot-goods.js';
import type { Taking } from './take-one.js';
import type { TakerAnswer, TakerQuestion } from './taker/taker-question.js';

/** How fast one unit after the other was had by many at once. Latencies in milliseconds. */
export interface Takings {
  perSecond: number;
  latency: Summary | null;
}

type Taker = Companion<TakerQuestion, TakerAnswer>;

/** One for each core of a small machine: what inventory's code costs must not wait for itself. */
const takerCount = 2;
const atOnce = 32;
const rounds = 10;

interface Round {
  seconds: number;
  /** How long each unit took. */
  durationsMs: number[];
}

/**
 * Takes a pool's units, all of them, round after round; filling the pool in between is not measured.
 * @throws {Error} when not exactly what was taken is promised afterwards.
 */
export async function measureTakings(taking: Taking): Promise<Takings> {
  const connections = await openManyConnections(1);
  const takers = Array.from({ length: takerCount }, (_, index) => startTaker(index));
  try {
    const goods = await stockHotGoods(connections.em(), unitsARound * (rounds + 1));
    const take = () => takeRound(connections, takers, { taking, goods });
    const warmUp = await take();
    const measured: Round[] = [];
    while (measured.length < rounds) measured.push(await take());
    await requirePromised(connections.em(), goods, [warmUp, ...measured]);
    return summarizeRounds(measured);
  } finally {
    for (const taker of takers) taker.stop();
    await connections.stop();
  }
}

function startTaker(index: number): Taker {
  return Companion.start(`taker ${index + 1}`, new URL('./taker/main.js', import.meta.url));
}

async function takeRound(
  { em, databaseUrl }: ManyConnections,
  takers: readonly Taker[],
  { taking, goods }: { taking: Taking; goods: HotGoods },
): Promise<Round> {
  await fillPool(em());
  const share = { units: unitsARound / takers.length, atOnce: atOnce / takers.length };
  const began = performance.now();
  const answers = await Promise.all(takers.map((taker) => taker.ask({ databaseUrl, taking, goods, ...share })));
  return {
    seconds: (performance.now() - began) / 1_000,
    durationsMs: answers.flatMap(({ durationsMs }) => durationsMs),
  };
}

function summarizeRounds(rounds: readonly Round[]): Takings {
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  const durationsMs = rounds.flatMap((round) => round.durationsMs);
  return { perSecond: durationsMs.length / seconds, latency: summarize(durationsMs) };
}

async function requirePromised(em: EntityManager, goods: HotGoods, rounds: readonly Round[]): Promise<void> {
  const taken = rounds.reduce((sum, { durationsMs }) => sum + durationsMs.length, 0);
  const promised = await countPromised(em, goods);
  if (promised !== taken) throw new Error(`${taken} units were taken, but ${promised} are promised.`);
}
