import type { Slice } from '../../src/router/measure/slice.js';

const usual: Slice = {
  peer: 'router',
  operation: 'typical',
  round: 1,
  requests: 200,
  perSecond: 100,
  p50: 10,
  p99: 20,
  cpuMs: 1,
  fetches: 5,
  rssBytes: 100e6,
};

/** A slice of which only what is given matters. */
export function aSlice(given: Partial<Slice>): Slice {
  return { ...usual, ...given };
}
