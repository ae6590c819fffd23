import { faultPoints as allFaultPoints, type FaultPoint } from '@souk/kit/faults';
import type { Draw, FaultDraft, FaultKind } from '../faults/fault-kind.js';
import { otherFaults, serverFaults } from '../faults/fault-table.js';
import { Random } from '../random.js';
import type { PlannedFault } from './planned-fault.js';

/** Between the beginnings of two of a server's faults. */
const serverPauseMs = { least: 8_000, most: 18_000 };
const otherPauseMs = { least: 500, most: 4_000 };
const mostOthersAtOnce = 2;

type Kinds = Readonly<Record<string, FaultKind>>;
type Timed = Omit<PlannedFault, 'id'>;

/**
 * Draws what goes wrong in a run: the same for the same seed. One of a server's faults at least every twenty seconds,
 * never two of them at once, and never more than three faults in all. Everything is over when the time is.
 * @param faultPoints at which processes may be made to fail.
 */
export function planFaults(
  seed: string,
  durationMs: number,
  faultPoints: readonly FaultPoint[] = allFaultPoints,
): PlannedFault[] {
  const random = new Random(`plan ${seed}`);
  const onServers = planServerFaults(new Deck(serverFaults, random.fork('servers'), faultPoints), durationMs);
  const others = planOtherFaults(new Deck(otherFaults, random.fork('others'), faultPoints), durationMs);
  const inOrder = [...onServers, ...others].sort((left, right) => left.atMs - right.atMs);
  return inOrder.map((fault, index) => ({ id: index + 1, ...fault }));
}

function planServerFaults(deck: Deck, durationMs: number): Timed[] {
  const faults: Timed[] = [];
  const pause = () => deck.random.integer(serverPauseMs.least, serverPauseMs.most);
  for (let atMs = pause(); atMs < durationMs; atMs += pause()) {
    const { kind, ...draft } = deck.draw();
    faults.push(timed(kind, draft, atMs, durationMs));
  }
  return faults;
}

function planOtherFaults(deck: Deck, durationMs: number): Timed[] {
  const { random } = deck;
  const faults: Timed[] = [];
  let atMs = 0;
  for (;;) {
    atMs = Math.max(atMs + random.integer(otherPauseMs.least, otherPauseMs.most), whenFree(faults, atMs));
    if (atMs >= durationMs) return faults;
    const { kind, ...draft } = deck.draw();
    if (!isUnderWay(faults, draft.target, atMs)) faults.push(timed(kind, draft, atMs, durationMs));
  }
}

/** The first moment at which there is a free place again. */
function whenFree(faults: readonly Timed[], now: number): number {
  const ends = faults
    .map(endOf)
    .filter((end) => end > now)
    .sort((left, right) => right - left);
  return ends[mostOthersAtOnce - 1] ?? now;
}

/** Two faults of one thing would end each other. */
function isUnderWay(faults: readonly Timed[], target: string, now: number): boolean {
  return faults.some((fault) => fault.target === target && endOf(fault) > now);
}

function endOf({ atMs, durationMs }: Timed): number {
  return atMs + durationMs;
}

function timed(kind: string, { target, durationMs, detail = {} }: FaultDraft, atMs: number, mostMs: number): Timed {
  return { kind, target, atMs, durationMs: Math.min(durationMs, mostMs - atMs), detail };
}

/** Draws kinds by their weights, and counts the turns of each. */
class Deck {
  private readonly turns = new Map<string, number>();
  private readonly weights: Record<string, number>;

  constructor(
    private readonly kinds: Kinds,
    readonly random: Random,
    private readonly faultPoints: readonly FaultPoint[],
  ) {
    this.weights = Object.fromEntries(Object.entries(kinds).map(([name, { weight }]) => [name, weight]));
  }

  draw(): FaultDraft & { kind: string } {
    const kind = this.random.pickWeighted(this.weights);
    return { kind, ...(this.kinds[kind] as FaultKind).draw(this.drawOf(kind)) };
  }

  private drawOf(kind: string): Draw {
    const turn = this.turns.get(kind) ?? this.random.fork(kind).integer(0, 1_000);
    this.turns.set(kind, turn + 1);
    return { random: this.random, turn, faultPoints: this.faultPoints };
  }
}
