import { typesOf } from '../../sdl/places.js';
import type { Member, SdlType, Subgraph } from '../../sdl/subgraph.js';
import { type Guard, guardInAll, guardOf, isAtLeast } from '../access/guard.js';
import type { SubgraphsPair } from './subgraph-pair.js';

/** A field that other people may see than before. */
export interface RuleChange {
  /** The field's, or its type's where the rule on the type is another. */
  coordinate: string;
  file: string;
  line: number;
  field: string;
  then: Guard | undefined;
  now: Guard | undefined;
  /** Whether somebody who could see it cannot any more. */
  isStricter: boolean;
}

/** The fields that other people may see than before, by what all subgraphs say together. */
export function changedRules(pair: SubgraphsPair): RuleChange[] {
  const seen = new Set<string>();
  return pair.after.flatMap((subgraph) =>
    typesOf(subgraph, 'object').flatMap((type) =>
      type.fields
        .filter(
          ({ coordinate }) => !seen.has(coordinate) && seen.add(coordinate) && isIn(pair.before, type, coordinate),
        )
        .flatMap((field) => compare(pair, { subgraph, type, field })),
    ),
  );
}

function isIn(subgraphs: readonly Subgraph[], { name }: SdlType, coordinate: string): boolean {
  return subgraphs.some(({ types }) => types.get(name)?.fields.some((field) => field.coordinate === coordinate));
}

function compare(
  { before, after }: SubgraphsPair,
  { subgraph, type, field }: { subgraph: Subgraph; type: SdlType; field: Member },
): RuleChange[] {
  const then = guardInAll(type.name, field.name, before);
  const now = guardInAll(type.name, field.name, after);
  const isStricter = now !== undefined && !isAtLeast(then, now);
  const isLooser = then !== undefined && !isAtLeast(now, then);
  if (!isStricter && !isLooser) return [];
  const { coordinate, line } = hasOtherRule(type.name, { before, after }) ? type : field;
  return [{ coordinate, line, file: subgraph.file, field: field.coordinate, then, now, isStricter }];
}

function hasOtherRule(type: string, { before, after }: SubgraphsPair): boolean {
  const guardOn = (subgraphs: readonly Subgraph[]) => guardOf(subgraphs.map(({ types }) => types.get(type)));
  return JSON.stringify(guardOn(before)) !== JSON.stringify(guardOn(after));
}
