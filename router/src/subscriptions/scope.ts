import { hash } from 'node:crypto';
import type { Identity } from '../identity/identity.js';

const known = new WeakMap<Identity, string>();

/**
 * Who may share what is fetched: everybody of whom subgraphs are told exactly the same. A subgraph may make its answer
 * depend on anything that it is told.
 */
export function scopeOf(identity: Identity): string {
  const scope = known.get(identity) ?? hash('sha256', JSON.stringify(identity.caller), 'base64url');
  known.set(identity, scope);
  return scope;
}
