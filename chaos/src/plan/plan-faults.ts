import { faultPoints as allFaultPoints, type FaultPoint } from '@souk/kit/faults';
import type { FaultDraft, FaultKind } from '../faults/fault-kind.js';
import { type OtherKind, otherFaults, otherKinds, serverFaults } from '../faults/fault-table.js';
import { Random } from '../random.js';
import { fits, type Timed } from './overlap.js';
import { planPointFaults } from './plan-point-faults.js';
import type { PlannedFault } from './planned-fault.js';

/** Between the beginnings of two of a server's faults. */
const serverPauseMs = { least: 8_000, most: 18_000 };
const otherPauseMs = { least: 500, most: 4_000 };
/** How far what has no place yet is put off at a time. */
const putOffMs = 250;

type Kinds = Readonly<Record<string, FaultKind>>;

/** What goes wrong beside the servers' own faults; everything when nothing is said. */
export interface PlanScope {
  faultPoints?: readonly FaultPoint[];
  kinds?: readonly OtherKind[];
}

/**
 * Draws what goes wrong in a run: the same for the same seed. One of a server's faults at least every twenty seconds,
 * never two of them at once, one fault point after the other, and never more than three faults in all. Everything is over
 * when the time is.
 * @param faultPoints at which processes may be made to fail.
 * @param kinds of what else goes wrong.
 */
export function planFaults(
  seed: string,
  durationMs: number,
  { faultPoints = allFaultPoints, kinds = otherKinds }: PlanScope = {},
): PlannedFault[] {
  const random = new Random(`plan ${seed}`);
  const onServers = planServerFaults(new Deck(serverFaults, random.fork('servers')), durationMs);
  const atPoints = planPointFaults(seed, durationMs, { points: faultPoints, random: random.fork('points') });
  const planned = [...onServers, ...atPoints];
  const others = planOtherFaults(new Deck(only(kinds), random.fork('others')), durationMs, planned);
  const inOrder = [...planned, ...others].sort((left, right) => left.atMs - right.atMs);
  return inOrder.map((fault, index) => ({ id: index + 1, ...fault }));
}

function only(kinds: readonly OtherKind[]): Kinds {
  return Object.fromEntries(kinds.map((kind) => [kind, otherFaults[kind]]));
}

function planServerFaults(deck: Deck, durationMs: number): Timed[] {
  const faults: Timed[] = [];
  const pause = () => deck.random.integer(serverPauseMs.least, serverPauseMs.most);
  for (let atMs = pause(); atMs < durationMs; atMs += pause()) faults.push(timed(deck.draw(), atMs, durationMs));
  return faults;
}

/** They take the places that the planned ones leave. What is drawn waits for its place: else only short ones would find one. */
function planOtherFaults(deck: Deck, durationMs: number, planned: readonly Timed[]): Timed[] {
  const faults: Timed[] = [];
  let atMs = 0;
  for (;;) {
    const draft = deck.draw();
    atMs += deck.random.integer(otherPauseMs.least, otherPauseMs.most);
    while (atMs < durationMs && !fits([...planned, ...faults], timed(draft, atMs, durationMs))) atMs += putOffMs;
    if (atMs >= durationMs) return faults;
    faults.push(timed(draft, atMs, durationMs));
  }
}

type Drawn = FaultDraft & { kind: string };

function timed({ kind, target, durationMs, detail = {} }: Drawn, atMs: number, mostMs: number): Timed {
  return { kind, target, atMs, durationMs: Math.min(durationMs, mostMs - atMs), detail };
}

/** Draws kinds by their weights. */
class Deck {
  private readonly weights: Record<string, number>;

  constructor(
    private readonly kinds: Kinds,
    readonly random: Random,
  ) {
    this.weights = Object.fromEntries(Object.entries(kinds).map(([name, { weight }]) => [name, weight]));
  }

  draw(): Drawn {
    const kind = this.random.pickWeighted(this.weights);
    return { kind, ...(this.kinds[kind] as FaultKind).draw({ random: this.random }) };
  }
}
