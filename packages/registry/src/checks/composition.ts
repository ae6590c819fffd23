import type { CompositionRemark } from '../publish/composition-remark.js';
import { coordinateIn } from '../publish/named-place.js';
import type { Graph } from '../publish/read-graph.js';
import { parseSubgraph } from '../sdl/parse-subgraph.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { fixes, hintFixes } from './composition/fixes.js';
import { missingKeyFix } from './composition/missing-key.js';
import type { Finding } from './finding.js';

const reference = 'https://www.apollographql.com/docs/graphos/reference/federation';

/**
 * What composition says of the subgraphs: what it refuses, and what it finds worth a remark. Of several places it is the
 * one in a subgraph that is not what it was before.
 */
export function compositionFindings(
  { errors, hints, subgraphs }: Pick<Graph, 'errors' | 'hints' | 'subgraphs'>,
  before: readonly SubgraphSdl[],
): Finding[] {
  const former = new Map(before.map(({ name, sdl }) => [name, sdl]));
  const changed = new Set(subgraphs.filter(({ name, sdl }) => former.get(name) !== sdl).map(({ name }) => name));
  return [
    ...errors.map((remark) => ({
      ...toFinding(remark, changed),
      level: 'error' as const,
      fix: fixOfError(remark, subgraphs),
    })),
    ...hints.map((remark) => ({ ...toFinding(remark, changed), level: 'warning' as const, fix: fixOfHint(remark) })),
  ];
}

function toFinding(remark: CompositionRemark, changed: ReadonlySet<string>): Omit<Finding, 'level' | 'fix'> {
  const { code, message, places } = remark;
  const place = places.find(({ subgraph }) => changed.has(subgraph)) ?? places[0];
  return {
    check: 'composition',
    code,
    coordinate: coordinateOf(remark),
    message,
    ...(place && { file: place.file }),
    ...(place?.line && { line: place.line }),
  };
}

function coordinateOf({ coordinate, message, places }: CompositionRemark): string {
  const names = new Set(places.map(({ subgraph }) => subgraph));
  return coordinate ?? coordinateIn(message) ?? ([...names].join(', ') || 'supergraph');
}

function fixOfError(remark: CompositionRemark, subgraphs: readonly SubgraphSdl[]): string {
  const { code } = remark;
  const ofKey = code === 'INVALID_FIELD_SHARING' && missingKeyFix(coordinateOf(remark), subgraphs.map(parseSubgraph));
  return ofKey || (fixes[code] ?? `Mend it ${whereOf(remark)}; ${reference}/errors tells about ${code}.`);
}

function fixOfHint(remark: CompositionRemark): string {
  const { code } = remark;
  return hintFixes[code] ?? `If it is not meant, mend it ${whereOf(remark)}; ${reference}/hints tells about ${code}.`;
}

function whereOf({ places }: CompositionRemark): string {
  const folders = [...new Set(places.map(({ subgraph }) => `subgraphs/${subgraph}/src/graphql`))];
  return `in ${folders.join(' or ') || 'the subgraph that it names'}`;
}
