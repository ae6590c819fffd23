import { parse } from 'graphql';
import type { SubgraphSdl } from '../../../state/registry-state.js';
import { argumentsOf, elementsOf, type SdlElement } from '../../sdl-elements.js';

/** Which subgraphs each element of the graph comes from. One that only refers to an entity does not own it. */
export function readOwners(subgraphs: readonly SubgraphSdl[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { name, sdl } of subgraphs) {
    for (const coordinate of ownCoordinates(elementsOf(parse(sdl)))) {
      owners.set(coordinate, [...(owners.get(coordinate) ?? []), name]);
    }
  }
  return owners;
}

function ownCoordinates(elements: readonly SdlElement[]): string[] {
  const borrowed = new Set(elements.flatMap(referenceCoordinates));
  const own = elements.filter((element) => !borrowed.has(element.coordinate) && !argumentsOf(element, 'external'));
  return own.map(({ coordinate }) => coordinate);
}

/** An entity that the subgraph cannot resolve, and the fields of its key. */
function referenceCoordinates(element: SdlElement): string[] {
  const key = argumentsOf(element, 'key');
  if (key?.['resolvable'] !== false) return [];
  const fields = String(key['fields']).split(/\s+/);
  return [element.coordinate, ...fields.map((field) => `${element.coordinate}.${field}`)];
}
