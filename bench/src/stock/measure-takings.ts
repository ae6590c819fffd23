import { openManyConnections } from '@souk/inventory/testing/many-connections';
import { Turns } from '@souk/kit/concurrency';
import type { EntityManager } from '@souk/kit/persistence';
import { type Summary, summarize } from '../measure/percentiles.js';
import { countPromised, fillPool, type HotGoods, stockHotGoods, unitsARound } from './hot-goods.js';
import type { TakeOne } from './take-one.js';

/** How fast one unit after the other was had by many at once. Latencies in milliseconds. */
export interface Takings {
  perSecond: number;
  latency: Summary | null;
}

/** As many processes of inventory, of ten connections each. */
const processes = 4;
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
export async function measureTakings(takeOne: TakeOne): Promise<Takings> {
  const connections = await openManyConnections(processes);
  try {
    const goods = await stockHotGoods(connections.em(), unitsARound * (rounds + 1));
    const warmUp = await takeRound(connections, goods, takeOne);
    const measured: Round[] = [];
    while (measured.length < rounds) measured.push(await takeRound(connections, goods, takeOne));
    await requirePromised(connections.em(), goods, [warmUp, ...measured]);
    return summarizeRounds(measured);
  } finally {
    await connections.stop();
  }
}

async function takeRound({ em }: { em(): EntityManager }, goods: HotGoods, takeOne: TakeOne): Promise<Round> {
  await fillPool(em());
  const turns = new Turns(atOnce);
  const durationsMs: number[] = [];
  const began = performance.now();
  const take = async () => {
    const tookFrom = performance.now();
    if (await takeOne(em(), goods)) durationsMs.push(performance.now() - tookFrom);
  };
  await Promise.all(Array.from({ length: unitsARound }, () => turns.take(take)));
  return { seconds: (performance.now() - began) / 1_000, durationsMs };
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
