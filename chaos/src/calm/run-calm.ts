import { setTimeout as delay } from 'node:timers/promises';
import { quietWithinMs } from '../invariants/recovers-in-time.js';
import { startPeople } from '../people/start-people.js';
import type { Random } from '../random.js';
import { judgeRun, type RunVerdict } from '../run/judge-run.js';
import { untilQuiet } from '../run/until-quiet.js';
import { nothingOnPurpose } from '../run-record.js';
import type { World } from '../world/world.js';

export interface CalmOptions {
  random: Random;
  ordersPerSecond: number;
  seconds: number;
}

/** Nothing goes wrong: people shop for a while in a healthy shop, and everything is checked when it is quiet again. */
export async function runCalm(
  world: World,
  { random, ordersPerSecond, seconds }: CalmOptions,
): Promise<RunVerdict & { unrest: string[] }> {
  const startedAt = Date.now();
  const people = await startPeople(world, { random, ordersPerSecond });
  const faultsEndedAt = Date.now();
  await delay(seconds * 1_000);
  await people.stop();
  const loadEndedAt = Date.now();
  const quiet = await untilQuiet(world, quietWithinMs);
  await people.stopWatching();
  const quietAt = 'at' in quiet ? quiet.at : null;
  const times = { startedAt, faultsEndedAt, loadEndedAt, quietAt };
  const record = { ...times, ...nothingOnPurpose() };
  const verdict = await judgeRun({ world, people, record, ordersPerSecond, seconds });
  return { ...verdict, unrest: 'unrest' in quiet ? quiet.unrest : [] };
}
