import { huntMutant } from '../../mutants/hunt-mutant.js';
import { mutants as allMutants } from '../../mutants/mutant-table.js';
import type { Part } from './part.js';
import { usualRate } from './usual-rate.js';

const seeds = 20;
const usualMinutes = 1;

export const mutants: Part<'mutants'> = {
  name: 'mutants',
  about: `variants of the shop with one well-known mistake each, run with up to ${seeds} seeds until an invariant breaks`,
  tasks: ({ minutes = usualMinutes, ...wanted }) => {
    const ordersPerSecond = usualRate(wanted);
    return allMutants.map((mutant) => ({
      id: mutant.name,
      size: { seeds, minutes, 'orders-per-second': ordersPerSecond },
      measure: async ({ progress, signal }) => {
        const result = await huntMutant(mutant, { seeds, minutes, ordersPerSecond, progress, signal });
        return { result, servers: null };
      },
    }));
  },
};
