import type { ClientOperation } from '@souk/operations/client-operation';
import { parse, validate } from 'graphql';
import { limitProblems } from '../checks/operations/limit-problems.js';
import type { Promises } from './read-promises.js';

/** Why operations are not recorded. */
export interface Refusal {
  /** What is the matter and what to do. */
  message: string;
  file: string;
  line?: number | undefined;
}

/** What is the matter with an operation that a client wants to send. */
export function refusalsOf(operation: ClientOperation, { api, costSchema }: Omit<Promises, 'operations'>): Refusal[] {
  const document = parse(operation.document);
  const errors = validate(api, document).map(
    ({ message }) => `${message} Mend it: what there is to ask for is in schema/api.graphql.`,
  );
  const problems = errors.length > 0 ? errors : limitProblems(costSchema, document).map((p) => `${p.message} ${p.fix}`);
  const { name, file, line } = operation;
  return problems.map((problem) => ({ message: `${name}: ${problem}`, file, line }));
}
