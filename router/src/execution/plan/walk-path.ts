import type { FlattenNode } from '@apollo/query-planner';
import type { Path, Tree } from '../execution.js';

/** A path as plans write it: names of fields, and `@` for every element of a list. */
export type PlanPath = FlattenNode['path'];

/**
 * What stands at a path, everywhere, in order; nulls are left out.
 * @throws {Error} when there is a list where none should be, or none where one should be.
 */
export function gatherAt(root: Tree, path: PlanPath): Tree[] {
  const found: Tree[] = [];
  gather(root, { path, depth: 0 }, found);
  return found;
}

function gather(value: unknown, { path, depth }: { path: PlanPath; depth: number }, found: Tree[]): void {
  let here = value;
  for (let at = depth; at < path.length; at += 1) {
    if (here === null || here === undefined) return;
    const part = path[at] as string;
    if (part === '@') {
      for (const item of requireList(here)) gather(item, { path, depth: at + 1 }, found);
      return;
    }
    if (Array.isArray(here)) throw new Error(`A subgraph answered a list where "${part}" was expected.`);
    here = (here as Tree)[part];
  }
  if (here !== null && here !== undefined) found.push(here as Tree);
}

/** Where all that stands which {@link gatherAt} finds, in the same order. */
export function placesAt(value: unknown, path: PlanPath, place: Path = []): Path[] {
  if (value === null || value === undefined) return [];
  const [part, ...rest] = path;
  if (part === undefined) return [place];
  if (part === '@') return requireList(value).flatMap((item, index) => placesAt(item, rest, [...place, index]));
  return placesAt((value as Tree)[part], rest, [...place, part]);
}

function requireList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('A subgraph answered no list where one was expected.');
  return value;
}
