import { mortalParts, servers } from '../faults/targets.js';
import { Random } from '../random.js';
import type { PlannedFault } from './planned-fault.js';

/** From one kill to the next: by then what died has been started again, and works, on a slow machine as well. */
export const killsApartMs = 18_000;

/**
 * Draws the order in which every process and every server dies once in each round, each alone: nothing else goes wrong.
 * The same for the same seed.
 */
export function planKills(seed: string, rounds: number): PlannedFault[] {
  const random = new Random(`kills ${seed}`);
  const victims = Array.from({ length: rounds }, () => random.shuffled([...mortalParts, ...servers])).flat();
  return victims.map((target, index) => ({
    id: index + 1,
    kind: isServer(target) ? 'kill-server' : 'kill-process',
    target,
    atMs: index * killsApartMs,
    durationMs: killsApartMs,
    detail: {},
  }));
}

function isServer(target: string): boolean {
  return servers.some((server) => server === target);
}
