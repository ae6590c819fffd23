import { GraphQLError } from 'graphql';
import type { SubgraphAnswer } from '../../subgraphs/ask-subgraph.js';
import { mostErrorsOfFailure } from './fetch-errors.js';
import type { Ask } from './question.js';

/** What a subgraph is asked for by one request, so that no request keeps it busy for long. */
export const mostEntities = 500;

/** Asks for more entities by several requests side by side. One that fails costs its own entities. */
export function inParts(ask: Ask): Ask {
  return (execution, representations) =>
    representations && representations.length > mostEntities
      ? askEach(split(representations), (part) => ask(execution, part))
      : ask(execution, representations);
}

type Representations = readonly string[];

async function askEach(
  parts: Representations[],
  ask: (part: Representations) => Promise<SubgraphAnswer>,
): Promise<SubgraphAnswer> {
  const answers = await Promise.all(parts.map(ask));
  return join(answers.map((answer, index) => ({ answer, size: parts[index]?.length ?? 0 })));
}

function split(representations: Representations): Representations[] {
  const count = Math.ceil(representations.length / mostEntities);
  return Array.from({ length: count }, (_, n) => representations.slice(n * mostEntities, (n + 1) * mostEntities));
}

interface Part {
  answer: SubgraphAnswer;
  /** How many entities it was to bring. */
  size: number;
}

/** @throws {Error} when the subgraph did not answer a part with one value for each of its entities. */
function join(parts: Part[]): SubgraphAnswer {
  const entities: unknown[] = [];
  const errors: GraphQLError[] = [];
  let failures = 0;
  for (const { answer, size } of parts) {
    const isFailure = !answer.data;
    const told = (answer.errors ?? []).slice(0, isFailure ? Math.max(0, mostErrorsOfFailure - failures) : undefined);
    if (isFailure) failures += told.length;
    errors.push(...told.map((error) => movedBy(entities.length, error)));
    entities.push(...entitiesOf(answer, size));
  }
  const hasData = parts.some(({ answer }) => answer.data);
  return { ...(hasData && { data: { _entities: entities } }), ...(errors.length > 0 && { errors }) };
}

function entitiesOf({ data }: SubgraphAnswer, size: number): unknown[] {
  if (!data) return Array.from({ length: size }, () => null);
  const received = data['_entities'];
  if (Array.isArray(received) && received.length === size) return received;
  throw new Error(`A subgraph did not answer with ${size} entities.`);
}

/** The error at its place among the entities of all parts. */
function movedBy(offset: number, error: GraphQLError): GraphQLError {
  const [list, index, ...rest] = error.path ?? [];
  if (typeof index !== 'number' || list === undefined) return error;
  return new GraphQLError(error.message, {
    path: [list, index + offset, ...rest],
    extensions: error.extensions,
    originalError: error,
  });
}
