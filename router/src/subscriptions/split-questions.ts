import { GraphQLError } from 'graphql';
import { writeEntityQuestion } from '../execution/plan/question.js';
import type { AskSubgraph, EntityQuestion, SubgraphAnswer } from '../subgraphs/ask-subgraph.js';

const mostRepresentations = 250;

/** Asks about at most 250 entities with one request; what is larger is asked in parts. */
export function splitQuestions(ask: AskSubgraph): AskSubgraph {
  return async (subgraph, question) => {
    const { entities } = question;
    if (!entities || entities.representations.length <= mostRepresentations) return ask(subgraph, question);
    const parts = partsOf(entities);
    const answers = await Promise.all(
      parts.map((part) => ask(subgraph, { ...question, entities: part, body: writeEntityQuestion(part) })),
    );
    return joined(answers, parts);
  };
}

function partsOf(question: EntityQuestion): EntityQuestion[] {
  const { representations } = question;
  return Array.from({ length: Math.ceil(representations.length / mostRepresentations) }, (_item, index) => {
    const start = index * mostRepresentations;
    return { ...question, representations: representations.slice(start, start + mostRepresentations) };
  });
}

/** One part without any data leaves nothing of the whole, as if it had been asked as one. */
function joined(answers: SubgraphAnswer[], parts: EntityQuestion[]): SubgraphAnswer {
  const entities: unknown[] = [];
  const errors: GraphQLError[] = [];
  let isComplete = true;
  for (const [index, { data, errors: own = [] }] of answers.entries()) {
    errors.push(...own.map((error) => movedBy(index * mostRepresentations, error)));
    const received = data?.['_entities'];
    if (Array.isArray(received) && received.length === parts[index]?.representations.length) entities.push(...received);
    else isComplete = false;
  }
  return { data: isComplete ? { _entities: entities } : null, ...(errors.length > 0 && { errors }) };
}

function movedBy(count: number, error: GraphQLError): GraphQLError {
  const [root, index, ...rest] = error.path ?? [];
  if (root === undefined || typeof index !== 'number') return error;
  return new GraphQLError(error.message, { path: [root, index + count, ...rest], extensions: error.extensions });
}
