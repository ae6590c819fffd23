import { assertionLifetimeSeconds, type SignAssertion } from '@souk/kit/identity';
import type { Identity } from './identity.js';

/** What a subgraph is told about who asks: the same assertion again for a while, then a new one. */
export type AssertionFor = (identity: Identity, subgraph: string) => Promise<string>;

interface Issued {
  assertion: Promise<string>;
  renewAtMs: number;
}

/** An assertion is used for two thirds of its life, so that it cannot expire on its way. */
const usedForMs = (assertionLifetimeSeconds * 1_000 * 2) / 3;

export function createAssertions(sign: SignAssertion, now = Date.now): AssertionFor {
  const issued = new WeakMap<Identity, Map<string, Issued>>();
  return (identity, subgraph) => {
    const bySubgraph = issued.get(identity) ?? new Map<string, Issued>();
    const known = bySubgraph.get(subgraph);
    if (known && known.renewAtMs > now()) return known.assertion;
    const assertion = sign(identity.caller, subgraph);
    issued.set(identity, bySubgraph.set(subgraph, { assertion, renewAtMs: now() + usedForMs }));
    return assertion;
  };
}
