import type { FaultKind } from './fault-kind.js';

/** Until the last of them has ordered, usually. */
const usualMs = 6_000;
const fewest = 6;
const most = 10;

/** Many come in at once and all want the same goods: their orders must not wait for each other for ever. */
export const rush: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: 'shop', durationMs: usualMs, detail: { buyers: random.integer(fewest, most) } }),
  begin: (stage, { detail }) => stage.rush(Number(detail.buyers)),
};
