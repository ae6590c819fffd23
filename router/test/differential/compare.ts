import { isDeepStrictEqual } from 'node:util';
import { type DocumentNode, type ExecutionResult, parse, validate } from 'graphql';
import type { BothExecutors, Question } from './both-executors.js';
import { differentialExceptions } from './differential.exceptions.js';
import type { Operation } from './operations/draft-operation.js';

/**
 * What must be the same: the data, and which errors there are. Not their places: where not every object on the way to an
 * entity is one, stock tells of the entity's errors at another object.
 */
interface Visible {
  data: unknown;
  /** Their codes. */
  errors: string[];
}

export interface Difference {
  router: Visible;
  stock: Visible;
}

/** The difference between the router's answer and stock's, if there is one. */
export async function findDifference(both: BothExecutors, question: Question): Promise<Difference | undefined> {
  const [router, stock] = [await visible(() => both.router(question)), await visible(() => both.stock(question))];
  return isDeepStrictEqual(router, stock) ? undefined : { router, stock };
}

/** The operation as it is asked; undefined when it is not valid. */
export function toQuestion(both: BothExecutors, { document: text, variables }: Operation): Question | undefined {
  const document: DocumentNode = parse(text);
  return validate(both.schema, document).length === 0 ? { document, variables } : undefined;
}

/** An executor that throws leaves the client with no data, as one that returns nothing but errors does. */
async function visible(execute: () => Promise<ExecutionResult>): Promise<Visible> {
  try {
    const { data, errors = [] } = await execute();
    if (data === undefined) return { data, errors: [] };
    const codes = errors.map(({ extensions }) => String(extensions?.['code'])).sort();
    return { data: JSON.parse(JSON.stringify(data)), errors: codes };
  } catch {
    return { data: undefined, errors: [] };
  }
}

/** The difference that remains where stock has no occasion for what it is known to do wrong. */
export async function findUnexplained(both: BothExecutors, question: Question): Promise<Difference | undefined> {
  const difference = await findDifference(both, question);
  if (!difference) return undefined;
  const { document, variables } = question;
  const without = differentialExceptions.reduce((changed, exception) => exception.without(changed), document);
  return (await findDifference(both, { document: without, variables })) && difference;
}
