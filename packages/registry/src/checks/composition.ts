import type { Composition } from '../publish/compose.js';
import type { CompositionRemark } from '../publish/composition-remark.js';
import { coordinateIn } from '../publish/named-place.js';
import { fixes } from './composition/fixes.js';
import type { Finding, FindingLevel } from './finding.js';

/** What composition says of the subgraphs: what it refuses, and what it finds worth a remark. */
export function compositionFindings({ errors, hints }: Pick<Composition, 'errors' | 'hints'>): Finding[] {
  return [
    ...errors.map((remark) => toFinding(remark, 'error')),
    ...hints.map((remark) => toFinding(remark, 'warning')),
  ];
}

function toFinding(remark: CompositionRemark, level: FindingLevel): Finding {
  const { code, message, coordinate, places } = remark;
  const [place] = places;
  return {
    check: 'composition',
    level,
    code,
    coordinate: coordinate ?? coordinateIn(message) ?? subgraphsOf(remark),
    message,
    ...(place && { file: place.file, line: place.line }),
    ...(level === 'error' && { fix: fixFor(remark) }),
  };
}

function subgraphsOf({ places }: CompositionRemark): string {
  return [...new Set(places.map(({ subgraph }) => subgraph))].join(', ') || 'supergraph';
}

function fixFor({ code, places }: CompositionRemark): string {
  const known = fixes[code];
  if (known) return known;
  const folders = [...new Set(places.map(({ subgraph }) => `subgraphs/${subgraph}/src/graphql`))];
  return `Mend it in ${folders.join(' or ') || 'the subgraph that it names'}; https://www.apollographql.com/docs/graphos/reference/federation/errors tells about ${code}.`;
}
