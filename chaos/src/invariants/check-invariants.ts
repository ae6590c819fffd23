import { readJournal } from '../journal/read-journal.js';
import { wishesOf } from '../journal/wishes.js';
import type { RunRecord } from '../run-record.js';
import type { World } from '../world/world.js';
import { Books } from './books.js';
import type { Finding, Invariant, InvariantId, Scene, Violation } from './invariant.js';
import { invariants } from './invariant-table.js';

/** What one invariant came to. */
export interface Check extends Finding {
  id: InvariantId;
  holds: string;
  tookMs: number;
}

export interface Judgement {
  checks: Check[];
  violations: Violation[];
}

/** Looks at all that a run has left behind, once the shop is quiet. @param journalPath what people wrote down. */
export async function checkInvariants(
  world: World,
  { journalPath, record }: { journalPath: string; record: RunRecord },
): Promise<Judgement> {
  const journal = await readJournal(journalPath);
  const books = new Books(world);
  try {
    return await judge(invariants, { world, books, journal, wishes: wishesOf(journal), record });
  } finally {
    await books.close();
  }
}

/** One after the other: each has the machine for itself, and the next sees what is left. */
export async function judge(table: readonly Invariant[], scene: Scene): Promise<Judgement> {
  const checks: Check[] = [];
  for (const { id, holds, check } of table) {
    const began = performance.now();
    const finding = await check(scene);
    checks.push({
      id,
      holds,
      ...finding,
      breaches: [...finding.breaches, ...blindness(finding)],
      tookMs: performance.now() - began,
    });
  }
  const violations = checks.flatMap(({ id, breaches }) => breaches.map((breach) => ({ invariant: id, ...breach })));
  return { checks, violations };
}

/** Who has looked at nothing cannot say that all is well. */
function blindness({ looked }: Finding) {
  const nothing = Object.values(looked).every((count) => count === 0);
  return nothing ? [{ sentence: 'There was nothing to look at: this proves nothing.', evidence: { looked } }] : [];
}
