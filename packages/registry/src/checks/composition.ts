import type { Composition } from '../publish/compose.js';
import type { CompositionRemark } from '../publish/composition-remark.js';
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

/** Composition names what it means in quotes: `Field "Order.total" …`. */
function coordinateIn(message: string): string | undefined {
  return /"([A-Z]\w*(?:\.\w+(?:\(\w+:\))?)?)"/.exec(message)?.[1];
}

function subgraphsOf({ places }: CompositionRemark): string {
  return [...new Set(places.map(({ subgraph }) => subgraph))].join(', ') || 'supergraph';
}

const fixes: Readonly<Record<string, string>> = {
  INVALID_FIELD_SHARING: 'Let one subgraph serve the field, or mark it @shareable in every subgraph that serves it.',
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument the same type in every subgraph.',
  SATISFIABILITY_ERROR:
    'Give the entity a @key that both subgraphs know, with a reference resolver in the one that serves the field.',
  EXTERNAL_MISSING_ON_BASE: 'Declare the field in the subgraph that owns it, or remove @external.',
  KEY_INVALID_FIELDS: 'Let @key name fields that the type has.',
  REQUIRES_INVALID_FIELDS: 'Let @requires name fields that the type has, marked @external.',
  PROVIDES_INVALID_FIELDS: 'Let @provides name fields that the type has.',
  REQUIRED_INACCESSIBLE: 'A required argument or input field cannot be hidden: make it optional, or show it.',
  REFERENCED_INACCESSIBLE: 'Hide what refers to it as well, or remove @inaccessible.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Declare the argument in every subgraph that serves the field.',
  EMPTY_MERGED_ENUM_TYPE: 'Give the enum at least one value that every subgraph declares.',
  ENUM_MISMATCH: 'Give an enum that is used both as input and as output the same values in every subgraph.',
  EMPTY_MERGED_INPUT_TYPE: 'Give the input type at least one field that every subgraph declares.',
  MISSING_TRANSITIVE_AUTH_REQUIREMENTS: 'Give the field at least the access rules of the fields that it requires.',
  OVERRIDE_FROM_SELF_ERROR: 'Let @override name another subgraph.',
  TYPE_KIND_MISMATCH: 'Declare the type as the same kind in every subgraph.',
  INVALID_GRAPHQL: 'Mend the SDL; it is printed from the classes in the src/graphql folder of the subgraph.',
};

function fixFor({ code, places }: CompositionRemark): string {
  const known = fixes[code];
  if (known) return known;
  const folders = [...new Set(places.map(({ subgraph }) => `subgraphs/${subgraph}/src/graphql`))];
  return `Mend it in ${folders.join(' or ') || 'the subgraph that it names'}; https://www.apollographql.com/docs/graphos/reference/federation/errors tells about ${code}.`;
}
