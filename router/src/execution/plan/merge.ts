import type { Tree } from '../execution.js';

/**
 * Merges into `target`, in place, what a fetch brought. What comes later wins, except that objects and lists of the same
 * length are merged part by part.
 * @param isShared whether others get the same `source`: then its parts are copied, so that nobody shares what may be
 * merged into later.
 */
export function mergeInto(target: Tree, source: Tree, isShared = false): void {
  for (const key in source) {
    const incoming = source[key];
    // In a JSON scalar anything may stand; assigning this name would change the object's prototype.
    if (incoming === undefined || key === '__proto__') continue;
    const isPresent = typeof incoming === 'object' && Object.hasOwn(target, key);
    if (isPresent && mergeParts(target[key], incoming, isShared)) continue;
    target[key] = isShared ? copyOf(incoming) : incoming;
  }
}

/**
 * Returns whether the two are of a form that can be merged.
 * @throws {Error} when an object comes where a plain value stands.
 */
function mergeParts(present: unknown, incoming: unknown, isShared: boolean): boolean {
  if (typeof incoming !== 'object' || incoming === null || !present) return false;
  if (Array.isArray(incoming)) return mergeLists(present, incoming, isShared);
  if (typeof present !== 'object') throw new Error('Subgraphs answered both an object and a plain value for a field.');
  mergeInto(present as Tree, incoming as Tree, isShared);
  return true;
}

function mergeLists(present: unknown, incoming: unknown[], isShared: boolean): boolean {
  if (!Array.isArray(present) || present.length !== incoming.length) return false;
  for (const [index, item] of incoming.entries()) {
    if (!mergeParts(present[index], item, isShared)) present[index] = isShared ? copyOf(item) : item;
  }
  return true;
}

/** A copy of a JSON value that shares nothing with it. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Tree = {};
  mergeInto(copy, value as Tree, true);
  return copy;
}
