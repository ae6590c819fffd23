import { Books } from '../invariants/books.js';
import { checkInvariants, type Judgement } from '../invariants/check-invariants.js';
import { readJournal } from '../journal/read-journal.js';
import { type Wish, wishesOf } from '../journal/wishes.js';
import type { People } from '../people/people.js';
import { type LoadReport, reportLoad } from '../report/load-report.js';
import { type OrderOutcomes, orderOutcomes } from '../report/order-outcomes.js';
import { readSamples, type Samples } from '../report/samples.js';
import type { RunRecord } from '../run-record.js';
import type { World } from '../world/world.js';

/** How a run went for people, and whether everything holds. */
export interface RunVerdict extends Judgement {
  load: LoadReport;
  orders: OrderOutcomes;
  samples: Samples;
}

interface RunToJudge {
  world: World;
  people: People;
  record: RunRecord;
  /** How many trips were to begin each second, and for how long. */
  ordersPerSecond: number;
  seconds: number;
}

/** Looks at everything once the shop is quiet and nobody is in it any more. */
export async function judgeRun(run: RunToJudge): Promise<RunVerdict> {
  const { world, people, record, ordersPerSecond, seconds } = run;
  const judgement = await checkInvariants(world, { journalPath: people.journalPath, record });
  const wishes = wishesOf(await readJournal(people.journalPath));
  const load = reportLoad(people.figures, wishes, { seconds, wantedPerSecond: ordersPerSecond });
  const books = new Books(world);
  try {
    return {
      ...judgement,
      load,
      orders: await orderOutcomes(books, { emails: emailsOf(wishes), expiredOrderIds: record.expiredOrderIds }),
      samples: await readSamples(people.figures, books),
    };
  } finally {
    await books.close();
  }
}

/** Each wish for an order has an address of its own. */
function emailsOf(wishes: readonly Wish[]): string[] {
  const orders = wishes.filter(({ operation }) => operation === 'placeOrder');
  return orders.map(({ content }) => (content as { contactEmail: string }).contactEmail);
}
