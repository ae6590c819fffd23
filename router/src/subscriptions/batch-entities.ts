import { GraphQLError } from 'graphql';
import { copyOf } from '../execution/plan/merge.js';
import { writeEntityQuestion } from '../execution/plan/question.js';
import type { AskSubgraph, EntityQuestion, SubgraphAnswer, SubgraphQuestion } from '../subgraphs/ask-subgraph.js';
import { scopeOf } from './scope.js';

/** How long a question waits for others that can be asked with it. */
const gatherForMs = 5;
const mostRepresentations = 250;

interface Asker {
  /** Which of the batch's representations it asked about, in its own order. */
  indexes: number[];
  resolve(answer: SubgraphAnswer): void;
  reject(error: unknown): void;
}

/**
 * Asks about entities with one request where several events, of whatever topics, ask the same about different entities in
 * the name of the same caller. Other questions are asked as they are.
 */
export function batchEntities(ask: AskSubgraph): AskSubgraph {
  const gathering = new Map<string, Map<string, Batch>>();
  return (subgraph, question) => {
    const { entities, context } = question;
    if (!entities) return ask(subgraph, question);
    const { head, variables, representations } = entities;
    const byHead = gathering.get(head) ?? new Map<string, Batch>();
    gathering.set(head, byHead);
    const key = `${subgraph} ${scopeOf(context.identity)} ${variables}`;
    let batch = byHead.get(key);
    if (!batch?.hasRoomFor(representations.length)) {
      const opened = new Batch(subgraph, question, ask);
      batch = opened;
      byHead.set(key, opened);
      setTimeout(() => {
        if (byHead.get(key) === opened) byHead.delete(key);
        if (byHead.size === 0 && gathering.get(head) === byHead) gathering.delete(head);
        void opened.send();
      }, gatherForMs);
    }
    return batch.add(entities);
  };
}

class Batch {
  private readonly representations: string[] = [];
  private readonly indexOf = new Map<string, number>();
  private readonly askers: Asker[] = [];

  constructor(
    private readonly subgraph: string,
    /** The first one; the others differ from it by their representations alone. */
    private readonly question: SubgraphQuestion,
    private readonly ask: AskSubgraph,
  ) {}

  hasRoomFor(count: number): boolean {
    return this.representations.length + count <= mostRepresentations;
  }

  add({ representations }: EntityQuestion): Promise<SubgraphAnswer> {
    const indexes = representations.map((representation) => this.number(representation));
    return new Promise((resolve, reject) => this.askers.push({ indexes, resolve, reject }));
  }

  async send(): Promise<void> {
    try {
      const answer = await this.ask(this.subgraph, this.wholeQuestion());
      distribute(answer, this.askers, this.representations.length);
    } catch (error) {
      for (const { reject } of this.askers) reject(error);
    }
  }

  private number(representation: string): number {
    const index = this.indexOf.get(representation) ?? this.representations.push(representation) - 1;
    this.indexOf.set(representation, index);
    return index;
  }

  private wholeQuestion(): SubgraphQuestion {
    const { entities, ...question } = this.question;
    const { head = '', variables = '' } = entities ?? {};
    return { ...question, body: writeEntityQuestion({ head, variables, representations: this.representations }) };
  }
}

/** @throws {Error} when the subgraph did not answer with one value for each representation. */
function distribute({ data, errors }: SubgraphAnswer, askers: Asker[], count: number): void {
  const entities = data?.['_entities'];
  if (data && !(Array.isArray(entities) && entities.length === count))
    throw new Error(`A subgraph did not answer with ${count} entities.`);
  const given = new Set<number>();
  for (const { indexes, resolve } of askers) {
    const own = errors && errorsOf(indexes, errors);
    resolve({
      data: data && { _entities: indexes.map((index) => give(index, entities as unknown[], given)) },
      ...(own && own.length > 0 && { errors: own }),
    });
  }
}

/** What several ask about is given to each as its own, because each goes on working with it. */
function give(index: number, entities: unknown[], given: Set<number>): unknown {
  if (given.has(index)) return copyOf(entities[index]);
  given.add(index);
  return entities[index];
}

/** Those that are about the whole, and those about the own entities, at their own places. */
function errorsOf(indexes: number[], errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.flatMap((error) => {
    const [root, index, ...rest] = error.path ?? [];
    if (root === undefined || typeof index !== 'number') return [error];
    const own = indexes.indexOf(index);
    return own < 0 ? [] : [withPath(error, [root, own, ...rest])];
  });
}

function withPath({ message, extensions }: GraphQLError, path: (string | number)[]): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
