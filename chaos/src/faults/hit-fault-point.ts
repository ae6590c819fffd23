import { type FaultPoint, faultPoints } from '@souk/kit/faults';
import type { FaultDetail } from '../plan/planned-fault.js';
import type { Random } from '../random.js';
import type { FaultDraft, FaultKind } from './fault-kind.js';
import { occasions } from './occasions.js';
import { mortalParts } from './targets.js';

/** For as long it has its place among the faults; by then most were hit, and are over. */
export const placeMs = 8_000;
/** What nobody has come by stays a while: a server that was away may have kept them. */
const longestArmedMs = 25_000;
const mostPasses = 2;
const shortestStallMs = 200;
const longestStallMs = 8_000;

/** Who has much to publish and to take while people shop: there the kit's own points are come by. */
const busy = ['orders', 'payments', 'inventory', 'shipping', 'notifications', 'cart'];
const hosts: Record<string, readonly string[]> = {
  relay: busy,
  consumer: busy,
  inbox: busy,
  idempotency: ['orders'],
};

/**
 * A process dies, waits or fails between two lines where that is worst. It is told so, and does it when it comes by; where
 * nothing would lead there in time, the fault brings the occasion along.
 */
export const hitFaultPoint: FaultKind = {
  weight: 1,
  draw: ({ random }) => draftFaultPoint(random.pick(faultPoints), random),
  begin: (stage, { target, detail }) => {
    const { living } = stage;
    const order = orderOf(detail);
    living.part(target);
    living.faultControl.arm(target, order);
    const isWaiting = () => living.faultControl.orderOf(target) === order;
    let isInVain = false;
    const giveUp = () => {
      if (!isWaiting()) return;
      living.faultControl.disarm(target);
      isInVain = true;
    };
    setTimeout(giveUp, longestArmedMs).unref();
    occasions[detail['point'] as FaultPoint]?.(stage, { isWaiting, isInVain: () => isInVain });
  },
};

/** @param busyElsewhere who may still wait for another point: a second order would take the first one's place. */
export function draftFaultPoint(point: FaultPoint, random: Random, busyElsewhere: readonly string[] = []): FaultDraft {
  const all = hostsOf(point);
  const free = all.filter((host) => !busyElsewhere.includes(host));
  return {
    target: random.pick(free.length > 0 ? free : all),
    durationMs: placeMs,
    detail: { point, order: orderFor(point, random) },
  };
}

/** Which parts come by a point. */
export function hostsOf(point: FaultPoint): readonly string[] {
  const [area = ''] = point.split('.');
  return hosts[area] ?? mortalParts.filter((name) => name === area);
}

function orderFor(point: FaultPoint, random: Random): string {
  const action = random.pickWeighted({
    exit: 3,
    throw: 1,
    [`stall:${random.integer(shortestStallMs, longestStallMs)}`]: 1,
  });
  return `${point}=${action}@${random.integer(1, mostPasses)}`;
}

function orderOf({ order }: FaultDetail): string {
  if (typeof order === 'string') return order;
  throw new Error('A fault point needs an order, e.g. "relay.afterPublishBeforeMark=exit".');
}
