import type { Tree } from '../execution.js';
import { mergeInto } from './merge.js';
import type { Rewrite } from './rewrites.js';
import type { RepresentationWriter } from './write-representation.js';

/** The entities that one fetch is about. Those with the same representation are asked for once. */
export interface EntityBatch {
  entities: Tree[];
  /** For each entity, the index of its representation; -1 when it has none. */
  indexes: number[];
  /** The JSON of the representations, each once. */
  representations: string[];
}

export function batchEntities(entities: Tree[], writer: RepresentationWriter): EntityBatch {
  const numbering = new Numbering(writer);
  const indexes = entities.map((entity) => numbering.indexOf(entity));
  return { entities, indexes, representations: numbering.representations };
}

class Numbering {
  readonly representations: string[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byTypeAndIdentity = new Map<unknown, Map<unknown, number>>();
  /** Of the type that was met last: most batches are of one. */
  private typeName: unknown;
  private byIdentity = new Map<unknown, number>();

  constructor(private readonly writer: RepresentationWriter) {}

  indexOf(entity: Tree): number {
    const identity = this.writer.identityOf(entity);
    return identity === undefined ? this.indexOfText(entity) : this.indexOfIdentity(entity, identity);
  }

  private indexOfText(entity: Tree): number {
    const text = this.writer.write(entity);
    if (text === undefined) return -1;
    const index = this.byText.get(text) ?? this.representations.push(text) - 1;
    this.byText.set(text, index);
    return index;
  }

  /** Spares writing what was written before, and comparing texts: no other entity has the same. */
  private indexOfIdentity(entity: Tree, identity: unknown): number {
    this.turnTo(entity['__typename']);
    const known = this.byIdentity.get(identity);
    if (known !== undefined) return known;
    const text = this.writer.write(entity);
    const index = text === undefined ? -1 : this.representations.push(text) - 1;
    this.byIdentity.set(identity, index);
    return index;
  }

  private turnTo(typeName: unknown): void {
    if (typeName === this.typeName) return;
    this.typeName = typeName;
    this.byIdentity = this.byTypeAndIdentity.get(typeName) ?? new Map();
    this.byTypeAndIdentity.set(typeName, this.byIdentity);
  }
}

/**
 * Merges what was received into every entity that was asked for.
 * @throws {Error} when the subgraph did not answer with one value for each representation.
 */
export function deliver(batch: EntityBatch, received: unknown, rewrite: Rewrite | undefined): void {
  const { entities, indexes, representations } = batch;
  if (!Array.isArray(received) || received.length !== representations.length)
    throw new Error(`A subgraph did not answer with ${representations.length} entities.`);
  let delivered = 0;
  for (let position = 0; position < entities.length; position += 1) {
    const entity = entities[position] as Tree;
    const index = indexes[position] as number;
    const isFirst = index === delivered;
    if (isFirst) delivered += 1;
    const part = received[index] as Tree | null | undefined;
    if (!part) continue;
    if (isFirst) {
      completeTypeName(part, entity, rewrite);
      rewrite?.(part);
    }
    mergeInto(entity, part, !isFirst);
  }
}

/** A rewrite may depend on the type, which need not have been asked for; and no answer takes a known type away. */
function completeTypeName(part: Tree, entity: Tree, rewrite: Rewrite | undefined): void {
  const typeName = part['__typename'];
  if (typeName === undefined ? rewrite : !typeName) part['__typename'] = entity['__typename'];
}
