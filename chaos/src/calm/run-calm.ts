import { setTimeout as delay } from 'node:timers/promises';
import { Books } from '../invariants/books.js';
import { checkInvariants, type Judgement } from '../invariants/check-invariants.js';
import { untilQuiet } from '../invariants/until-quiet.js';
import { readJournal } from '../journal/read-journal.js';
import { wishesOf } from '../journal/wishes.js';
import { startPeople } from '../people/start-people.js';
import type { Random } from '../random.js';
import { type LoadReport, reportLoad } from '../report/load-report.js';
import { type OrderOutcomes, orderOutcomes } from '../report/order-outcomes.js';
import type { World } from '../world/world.js';

export interface CalmRun {
  load: LoadReport;
  outcomes: OrderOutcomes;
  judgement: Judgement;
  /** What was still under way when the shop should have been quiet. */
  waitsFor: string[];
}

const quietWithinMs = 60_000;

/** Nothing goes wrong: people shop for a while in a healthy shop, and everything is checked when it is quiet again. */
export async function runCalm(
  world: World,
  { random, ordersPerSecond, seconds }: { random: Random; ordersPerSecond: number; seconds: number },
): Promise<CalmRun> {
  const startedAt = Date.now();
  const people = await startPeople(world, { random, ordersPerSecond });
  const faultsEndedAt = Date.now();
  await delay(seconds * 1_000);
  await people.stop();
  const loadEndedAt = Date.now();
  const { at: quietAt, waitsFor } = await untilQuiet(world, quietWithinMs);
  const record = { startedAt, faultsEndedAt, loadEndedAt, quietAt, processEnds: [], poisonedEventIds: [] };
  const judgement = await checkInvariants(world, { journalPath: people.journalPath, record });
  const wishes = wishesOf(await readJournal(people.journalPath));
  const books = new Books(world);
  try {
    const outcomes = await orderOutcomes(books, emailsOf(wishes));
    const load = reportLoad(people.figures, wishes, { seconds, wantedPerSecond: ordersPerSecond });
    return { load, outcomes, judgement, waitsFor };
  } finally {
    await books.close();
  }
}

function emailsOf(wishes: ReturnType<typeof wishesOf>): string[] {
  return wishes
    .filter(({ operation }) => operation === 'placeOrder')
    .map(({ content }) => (content as { contactEmail: string }).contactEmail);
}
