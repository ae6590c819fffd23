import { type AuditHead, beginning, hashOf, type LinkedEntry } from './chain.js';

/** How a chain is broken at its first broken entry. */
export type Fault = 'changed' | 'missing' | 'inserted' | 'reordered' | 'head differs';

export interface ChainBreak {
  /** Place of the first entry that is not as it was. */
  seq: number;
  fault: Fault;
}

export interface Inspection {
  entries: number;
  head: AuditHead;
  break: ChainBreak | null;
}

/** What is looked up of a chain when it turns out to be broken: the first place at which a hash stands, if it does. */
export type PlaceOf = (hash: string) => Promise<number | null>;

/**
 * Walks a chain from its beginning to its first break.
 * @param entries those that are linked, by place.
 * @param anchors heads of this chain that were kept elsewhere: who could write the whole chain anew could not write those.
 */
export async function findBreak(
  entries: AsyncIterable<LinkedEntry> | Iterable<LinkedEntry>,
  placeOf: PlaceOf,
  anchors: readonly AuditHead[] = [],
): Promise<Inspection> {
  let last: AuditHead = beginning;
  let count = 0;
  for await (const entry of entries) {
    const found = (await faultAt(entry, last, placeOf)) ?? anchorFault(entry, anchors);
    if (found) return { entries: count, head: last, break: found };
    last = entry;
    count += 1;
  }
  const isCutOff = anchors.some(({ seq }) => seq > last.seq);
  return { entries: count, head: last, break: isCutOff ? { seq: last.seq + 1, fault: 'missing' } : null };
}

async function faultAt(entry: LinkedEntry, last: AuditHead, placeOf: PlaceOf): Promise<ChainBreak | null> {
  const seq = last.seq + 1;
  if (entry.seq > seq) return { seq, fault: 'missing' };
  if (hashOf(entry, entry.prevHash) !== entry.hash) return { seq: entry.seq, fault: 'changed' };
  if (entry.seq < seq) return { seq: entry.seq, fault: 'inserted' };
  return entry.prevHash === last.hash ? null : misplaced(entry, last, placeOf);
}

/** What an entry, sound in itself, says by the one that it was linked behind. */
async function misplaced(entry: LinkedEntry, last: AuditHead, placeOf: PlaceOf): Promise<ChainBreak> {
  const isCopy = (await placeOf(entry.hash)) !== entry.seq;
  if (isCopy) return { seq: entry.seq, fault: 'inserted' };
  const place = entry.prevHash === beginning.hash ? beginning.seq : await placeOf(entry.prevHash);
  if (place === null) return { seq: entry.seq, fault: 'missing' };
  return place > last.seq ? { seq: entry.seq, fault: 'reordered' } : { seq: place + 1, fault: 'inserted' };
}

function anchorFault({ seq, hash }: LinkedEntry, anchors: readonly AuditHead[]): ChainBreak | null {
  const isOther = anchors.some((anchor) => anchor.seq === seq && anchor.hash !== hash);
  return isOther ? { seq, fault: 'head differs' } : null;
}
