import { placesOf } from '../../sdl/places.js';
import type { Place, Subgraph } from '../../sdl/subgraph.js';
import type { Finding, FindingLevel } from '../finding.js';
import { lastingSubgraphs, type SubgraphsPair } from './subgraph-pair.js';

type Kind = 'ADDED' | 'REMOVED' | 'CHANGED';

interface DirectiveChange {
  directive: string;
  kind: Kind;
  place: Place;
  subgraph: Subgraph;
}

/** What it means that a directive comes, goes or says something else. */
const meanings: Record<string, Record<Kind, string>> = {
  shareable: {
    ADDED: 'other subgraphs may serve it as well',
    REMOVED: 'no other subgraph may serve it',
    CHANGED: 'other subgraphs may serve it as well',
  },
  inaccessible: {
    ADDED: 'clients do not see it any more',
    REMOVED: 'clients see it from now on, and it is a promise to them',
    CHANGED: 'clients do not see it',
  },
  override: {
    ADDED: 'it is taken over from another subgraph',
    REMOVED: 'it is not taken over from another subgraph any more',
    CHANGED: 'it is taken over in another way',
  },
  requires: {
    ADDED: 'serving it needs fields of another subgraph first',
    REMOVED: 'serving it needs no other subgraph any more',
    CHANGED: 'serving it needs other fields first',
  },
  provides: {
    ADDED: 'fields of another subgraph come along with it',
    REMOVED: 'fields of another subgraph must be fetched where they came along',
    CHANGED: 'other fields come along with it',
  },
  external: {
    ADDED: 'this subgraph does not serve it any more',
    REMOVED: 'this subgraph serves it itself',
    CHANGED: 'this subgraph does not serve it',
  },
};

/** Changes of the directives that say who serves what and what is hidden, on what stood in the subgraph before. */
export function directiveChanges(pair: SubgraphsPair): Finding[] {
  return lastingSubgraphs(pair).flatMap(({ before, after }) => {
    const formerPlaces = new Map(placesOf(before).map((place) => [place.coordinate, place]));
    return placesOf(after).flatMap((place) => {
      const former = formerPlaces.get(place.coordinate);
      return former ? compare(former, place, after) : [];
    });
  });
}

function compare(before: Place, after: Place, subgraph: Subgraph): Finding[] {
  return Object.keys(meanings).flatMap((directive) => {
    const [then, now] = [textOf(before, directive), textOf(after, directive)];
    if (then === now) return [];
    const kind = then === undefined ? 'ADDED' : now === undefined ? 'REMOVED' : 'CHANGED';
    return toFinding({ directive, kind, place: after, subgraph });
  });
}

function textOf({ directives }: Place, directive: string): string | undefined {
  const found = directives.find(({ name }) => name === directive);
  return found && JSON.stringify(found.arguments);
}

function toFinding({ directive, kind, place, subgraph }: DirectiveChange): Finding {
  const code = `${directive.toUpperCase()}_${kind}`;
  const isNowPublic = code === 'INACCESSIBLE_REMOVED';
  const level: FindingLevel = isNowPublic ? 'warning' : 'note';
  return {
    check: 'api',
    level,
    code,
    coordinate: place.coordinate,
    message: `@${directive} was ${kind.toLowerCase()} in ${subgraph.name}: ${meanings[directive]?.[kind]}.`,
    ...(isNowPublic && { fix: 'If clients are not meant to see it yet, put @inaccessible back.' }),
    file: subgraph.file,
    line: place.line,
  };
}
