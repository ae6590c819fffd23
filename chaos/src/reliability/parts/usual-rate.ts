import type { Sizes } from './part.js';

/** More is not asked of any machine. */
export const mostOrdersPerSecond = 15;
export const shareOfSaturation = 0.6;

type Wanted = Pick<Sizes, 'ordersPerSecond' | 'saturation'>;

/**
 * Orders per second: what was said, or a share of what the machine takes at most, to a tenth upwards.
 * @throws {Error} when nothing was said and that was not measured.
 */
export function usualRate({ ordersPerSecond, saturation }: Wanted, share = shareOfSaturation): number {
  if (ordersPerSecond !== undefined) return ordersPerSecond;
  if (saturation === null) {
    throw new Error(
      'How many orders a second are usual depends on the machine. Measure latency first, or say --orders-per-second.',
    );
  }
  return Math.min(mostOrdersPerSecond, Math.ceil(saturation * share * 10) / 10);
}
