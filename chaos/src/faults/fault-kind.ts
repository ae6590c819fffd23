import type { FaultDetail, PlannedFault } from '../plan/planned-fault.js';
import type { Random } from '../random.js';
import type { LivingWorld } from '../world/living-world.js';

/** What a plan says of a fault beside its time. */
export interface FaultDraft {
  target: string;
  durationMs: number;
  detail?: FaultDetail;
}

/** What a kind of fault is drawn by. */
export interface Draw {
  random: Random;
}

/** Where a fault happens. */
export interface Stage {
  living: LivingWorld;
  /** Seeded for this fault alone. */
  random: Random;
  /** Says that something of the fault cannot be done here, and why. */
  leaveOut(sentence: string): void;
  /** Writes down an event that nobody can handle: it may lie among the dead letters. */
  poisoned(eventId: string): void;
  /** Writes down orders whose time the fault has ended: they may be cancelled for it. */
  expired(orderIds: readonly string[]): void;
  /** So many buyers come in at once, and all want the same. */
  rush(buyers: number): void;
  /** Measures how long after now everything works again that needs a component. */
  measureRecovery(component: string): void;
}

/** Ends a fault. */
export type End = () => Promise<void> | void;

/** One kind of thing that can go wrong. */
export interface FaultKind {
  /** How often it is drawn, against the others. */
  weight: number;
  draw(draw: Draw): FaultDraft;
  /** Makes it happen; gives back how to end it, where it does not end by itself. */
  // biome-ignore lint/suspicious/noConfusingVoidType: many kinds have no end
  begin(stage: Stage, fault: PlannedFault): Promise<End | void> | End | void;
}
