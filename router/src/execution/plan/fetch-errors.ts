import { GraphQLError } from 'graphql';
import type { Path } from '../execution.js';
import type { EntityBatch } from './entity-batch.js';
import type { PlanPath } from './walk-path.js';

/** Enough to see what is missing; an answer must not grow because a subgraph is away. */
export const mostErrorsOfFailure = 100;

type Errors = readonly GraphQLError[];

/** The errors of a fetch of root fields, told at all places that its answer belongs to. */
export function placeRootErrors(errors: Errors, places: Path[], serviceName: string): GraphQLError[] {
  return errors.flatMap((error) => {
    const { path } = error;
    if (!path) return [errorAt(undefined, error, serviceName)];
    return places.map((place) => errorAt([...place, ...path], error, serviceName));
  });
}

/** Where the entities of a fetch stand in the whole answer. */
export interface EntityPlaces {
  path: PlanPath;
  places: Path[];
  batch: EntityBatch;
}

/** The errors of a fetch of entities, each told at every entity that its representation stood for. */
export function placeEntityErrors(
  errors: Errors,
  { path, places, batch }: EntityPlaces,
  serviceName: string,
): GraphQLError[] {
  return errors.flatMap((error) => {
    const [, index, ...rest] = error.path ?? [];
    if (typeof index !== 'number') return [errorAt(error.path && beforeLists(path), error, serviceName)];
    const concerned = places.filter((_place, position) => batch.indexes[position] === index);
    return concerned.map((place) => errorAt([...place, ...rest], error, serviceName));
  });
}

/** What went wrong in a fetch as an error of the answer: it costs the fetch's fields and nothing else. */
export function failureOf(error: unknown): GraphQLError {
  return new GraphQLError((error as Error).message, { originalError: error as Error });
}

function errorAt(place: Path | undefined, error: GraphQLError, serviceName: string): GraphQLError {
  const extensions = { ...error.extensions, serviceName };
  return new GraphQLError(error.message, { path: place, originalError: error, extensions });
}

/** The part of a plan's path that is a place of the answer. */
function beforeLists(path: PlanPath): Path {
  const list = path.indexOf('@');
  return list < 0 ? path : path.slice(0, list);
}
