import { flashSale } from './flash-sale.js';
import { latency } from './latency.js';
import { mutants } from './mutants.js';
import type { Part, PartName } from './part.js';
import { recovery } from './recovery.js';
import { runs } from './runs.js';
import { soak } from './soak.js';

/** Everything that is measured, in the order in which it is done. */
export const partTable: { readonly [Name in PartName]: Part<Name> } = {
  // The others depend on it: how many orders a machine takes.
  latency,
  runs,
  soak,
  mutants,
  recovery,
  'flash-sale': flashSale,
};

export const partNames = Object.keys(partTable) as PartName[];
