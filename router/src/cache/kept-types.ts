import { type Invalidation, invalidations, unchanging } from './invalidations.js';

/** The field by which things of every type that events tell of are told apart. */
export const idField = 'id';

/** Which types may be kept, and how it is known that they are old. */
export interface KeptTypes {
  /** Types of whose changes an event tells, by the id. */
  traced: ReadonlySet<string>;
  unchanging: ReadonlySet<string>;
}

export const keptTypes: KeptTypes = {
  traced: new Set(invalidations.flatMap(({ touches }) => Object.keys(touches))),
  unchanging: new Set(unchanging),
};

/** One entity, as whatever holds it is marked with it; without a space, whatever the id is. */
export function tagOf(typeName: string, id: string | number): string {
  return `${typeName}:${encodeURIComponent(String(id).toWellFormed())}`;
}

/** The entities that an event has changed. @throws {ZodError} when its data break the contract. */
export function tagsOf({ contract, touches }: Invalidation, data: unknown): string[] {
  const valid = contract.schema.parse(data);
  return Object.entries(touches).flatMap(([typeName, idsOf]) => idsOf(valid).map((id) => tagOf(typeName, id)));
}
