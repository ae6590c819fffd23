import type { CheckName, Finding } from '../checks/finding.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { parseSubgraph } from './parse-subgraph.js';
import type { Place, Subgraph } from './subgraph.js';

/** What a rule has to say about one place of a subgraph. */
export interface Remark {
  place: Pick<Place, 'coordinate' | 'line'>;
  code: string;
  message: string;
  fix: string;
}

/** A rule looks at one subgraph; the others are there for what must be the same in all of them. */
export type SdlRule = (subgraph: Subgraph, all: readonly Subgraph[]) => Remark[];

/** Holds every subgraph against every rule. What a rule remarks is an error. */
export function findingsOf(check: CheckName, rules: readonly SdlRule[], sdls: readonly SubgraphSdl[]): Finding[] {
  const subgraphs = sdls.map(parseSubgraph);
  return subgraphs.flatMap((subgraph) => {
    const remarks = rules.flatMap((rule) => rule(subgraph, subgraphs));
    return remarks
      .sort((one, other) => one.place.line - other.place.line)
      .map((remark) => toFinding(check, subgraph.file, remark));
  });
}

function toFinding(check: CheckName, file: string, { place, code, message, fix }: Remark): Finding {
  const { coordinate, line } = place;
  return { check, level: 'error', code, coordinate, message, fix, file, line };
}
