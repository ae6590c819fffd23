import type { CompositionSuccess } from '@apollo/composition';
import { errorCauses, errorCode } from '@apollo/federation-internals';
import type { ASTNode, GraphQLError } from 'graphql';
import { describePlace } from '../registry-input.error.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { coordinateIn, namedPlace, type SubgraphPlace } from './named-place.js';

/** An error or a hint of composition. */
export interface CompositionRemark {
  /** Apollo's own code, such as `INVALID_FIELD_SHARING`. */
  code: string;
  message: string;
  /** What it is about, where composition says so. */
  coordinate?: string | undefined;
  places: readonly SubgraphPlace[];
}

/** A hint as composition gives it. */
export type CompositionHint = CompositionSuccess['hints'][number];

type Subgraphs = readonly SubgraphSdl[];

/** What an error of composition says; one for each of its causes. */
export function remarksOfError(error: GraphQLError, subgraphs: Subgraphs): CompositionRemark[] {
  return (errorCauses(error) ?? [error]).map((cause) => ({
    code: errorCode(cause) ?? 'INVALID_GRAPHQL',
    message: cause.message,
    places: placesOf(cause, coordinateIn(cause.message), subgraphs),
  }));
}

/** What a hint of composition says. */
export function remarkOfHint(hint: CompositionHint, subgraphs: Subgraphs): CompositionRemark {
  const { definition, message, coordinate } = hint;
  return { code: definition.code, message, coordinate, places: placesOf(hint, coordinate, subgraphs) };
}

/** What a parser says of the SDL of one subgraph. */
export function remarkOfSyntaxError(
  { message, locations }: GraphQLError,
  { name, file }: SubgraphSdl,
): CompositionRemark {
  const line = locations?.[0]?.line ?? 1;
  return { code: 'INVALID_GRAPHQL', message: `[${name}] ${message}`, places: [{ subgraph: name, file, line }] };
}

/** Composition may name a place more than once, or none. */
function placesOf(
  { message, nodes = [] }: Pick<CompositionHint, 'message'> & { nodes?: readonly ASTNode[] | undefined },
  coordinate: string | undefined,
  subgraphs: Subgraphs,
): SubgraphPlace[] {
  const places = nodes.flatMap((node) => placeOf(node, subgraphs) ?? []);
  const named = places.length === 0 ? namedPlace(coordinate, message, subgraphs) : undefined;
  if (named) return [named];
  return [...new Map(places.map((place) => [`${place.file}:${place.line}`, place])).values()];
}

function placeOf(node: ASTNode, subgraphs: Subgraphs): SubgraphPlace | undefined {
  const subgraph = 'subgraph' in node ? subgraphs.find(({ name }) => name === node.subgraph) : undefined;
  const line = node.loc?.startToken.line;
  return subgraph && line ? { subgraph: subgraph.name, file: subgraph.file, line } : undefined;
}

/** A remark in one line, behind the place where it begins: `schema/subgraphs/orders.graphql:12: CODE: …` */
export function describeRemark({ code, message, places: [place] }: CompositionRemark): string {
  return `${place ? `${describePlace(place)}: ` : ''}${code}: ${message}`;
}
