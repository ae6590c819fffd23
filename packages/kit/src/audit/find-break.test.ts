import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AuditEntry, beginning, hashOf, type LinkedEntry, link } from './chain.js';
import { findBreak, type Inspection } from './find-break.js';

const anEntry = fc.record<Omit<AuditEntry, 'id'>>({
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actor: fc.string(),
  action: fc.string(),
  subject: fc.string(),
  correlationId: fc.option(fc.uuid()),
  reason: fc.option(fc.string()),
  beforeHash: fc.option(fc.string()),
  afterHash: fc.option(fc.string()),
});

const withIds = (entries: Omit<AuditEntry, 'id'>[]) =>
  entries.map((entry, index) => ({ id: `${index + 1}`, ...entry }));
const aChain = fc.array(anEntry, { minLength: 2, maxLength: 12 }).map((entries) => link(beginning, withIds(entries)));

/** A chain and one of its places, from 0. */
const aPlace = aChain.chain((chain) => fc.tuple(fc.constant(chain), fc.nat(chain.length - 1)));
/** A chain and two of its places, the lower one first. */
const twoPlaces = aChain.chain((chain) =>
  fc.tuple(
    fc.constant(chain),
    fc
      .uniqueArray(fc.nat(chain.length - 1), { minLength: 2, maxLength: 2 })
      .map(([a, b]) => [a!, b!].sort((x, y) => x - y)),
  ),
);

const renumbered = (chain: LinkedEntry[]) => chain.map((entry, index) => ({ ...entry, seq: index + 1 }));

function inspect(chain: LinkedEntry[], anchors?: { seq: number; hash: string }[]): Promise<Inspection> {
  const placeOf = async (hash: string) => chain.find((entry) => entry.hash === hash)?.seq ?? null;
  return findBreak(chain, placeOf, anchors);
}

const holds = <Given>(given: fc.Arbitrary<Given>, check: (given: Given) => Promise<void>) =>
  fc.assert(fc.asyncProperty(given, check), { numRuns: 300 });

test('a chain as it was linked is whole, in whatever batches that happened', () =>
  holds(aPlace, async ([chain, place]) => {
    const head = link(beginning, chain.slice(0, place));
    const again = [...head, ...link(head.at(-1) ?? beginning, chain.slice(place))];
    const { seq, hash } = chain.at(-1)!;
    expect(again).toEqual(chain);
    expect(await inspect(again)).toMatchObject({ entries: chain.length, head: { seq, hash }, break: null });
  }));

const columns = [
  'id',
  'at',
  'actor',
  'action',
  'subject',
  'correlationId',
  'reason',
  'beforeHash',
  'afterHash',
  'prevHash',
  'hash',
] as const;

test('a change of any word of an entry is found at that entry', () =>
  holds(fc.tuple(aPlace, fc.constantFrom(...columns), fc.string()), async ([[chain, place], column, text]) => {
    fc.pre(chain[place]![column] !== text);
    const changed = chain.with(place, { ...chain[place]!, [column]: text });
    expect((await inspect(changed)).break).toEqual({ seq: place + 1, fault: 'changed' });
  }));

test('an entry that is gone is missed at its place, also when those behind it moved up', () =>
  holds(aPlace, async ([chain, place]) => {
    fc.pre(place < chain.length - 1);
    const shortened = chain.toSpliced(place, 1);
    for (const rest of [shortened, renumbered(shortened)]) {
      expect((await inspect(rest)).break).toEqual({ seq: place + 1, fault: 'missing' });
    }
  }));

test('an entry that was slipped in, linked as it should be, is found where it stands', () =>
  holds(fc.tuple(aPlace, anEntry), async ([[chain, place], entry]) => {
    const [forged] = link(chain[place - 1] ?? beginning, [{ id: '99', ...entry }]);
    const lengthened = renumbered(chain.toSpliced(place, 0, forged!));
    expect((await inspect(lengthened)).break).toEqual({ seq: place + 1, fault: 'inserted' });
  }));

test('an entry that takes a place a second time is found, and so is a copy', () =>
  holds(twoPlaces, async ([chain, [first, second]]) => {
    const twice = chain.toSpliced(second!, 0, chain[second! - 1]!);
    expect((await inspect(twice)).break).toEqual({ seq: second, fault: 'inserted' });
    const copied = renumbered(chain.toSpliced(second! + 1, 0, chain[first!]!));
    expect((await inspect(copied)).break).toEqual({ seq: second! + 2, fault: 'inserted' });
  }));

test('two entries that changed places are found at the first of them', () =>
  holds(twoPlaces, async ([chain, [first, second]]) => {
    const swapped = renumbered(chain.with(first!, chain[second!]!).with(second!, chain[first!]!));
    expect((await inspect(swapped)).break).toEqual({ seq: first! + 1, fault: 'reordered' });
  }));

test('who writes the chain anew from an entry on is found by a head that was kept elsewhere', () =>
  holds(twoPlaces, async ([chain, [place, kept]]) => {
    const lie = { ...chain[place!]!, actor: `${chain[place!]!.actor}!` };
    const rewritten = [
      ...chain.slice(0, place),
      ...link(chain[place! - 1] ?? beginning, [lie, ...chain.slice(place! + 1)]),
    ];
    expect((await inspect(rewritten)).break).toBeNull();
    const { seq, hash } = chain[kept!]!;
    expect((await inspect(rewritten, [{ seq, hash }])).break).toEqual({ seq, fault: 'head differs' });
  }));

test('an end that was cut off is missed by a head that was kept elsewhere', () =>
  holds(aPlace, async ([chain, place]) => {
    const { seq, hash } = chain.at(-1)!;
    const short = chain.slice(0, place);
    expect((await inspect(short)).break).toBeNull();
    expect((await inspect(short, [{ seq, hash }])).break).toEqual({ seq: place + 1, fault: 'missing' });
  }));

test('an entry says the same in whatever order its words are written', () => {
  const entry = {
    id: '1',
    at: '',
    actor: 'a',
    action: 'b',
    subject: 'c',
    correlationId: null,
    reason: null,
    beforeHash: null,
    afterHash: null,
  };
  const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as AuditEntry;
  expect(hashOf(turned, beginning.hash)).toBe(hashOf(entry, beginning.hash));
});
