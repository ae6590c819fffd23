import { type ExceededLimit, exceededLimits } from '@souk/operations/limits';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** Something that is the matter with an operation, and what mends it. */
export interface OperationProblem {
  code: string;
  message: string;
  fix: string;
}

const fixes: Record<ExceededLimit['limit'], string> = {
  depth: 'Ask for what lies deepest in an operation of its own.',
  cost: 'Ask for shorter pages (a variable for a page counts as 100, or as its default: $first: Int = 20), or for less of each element.',
};

/** The limits that an operation exceeds. */
export function limitProblems(costSchema: GraphQLSchema, document: DocumentNode): OperationProblem[] {
  return exceededLimits(costSchema, document).map(({ limit, actual, allowed }) => ({
    code: `${limit.toUpperCase()}_LIMIT_EXCEEDED`,
    message: `Its ${limit} is ${withCommas(actual)}, and at most ${withCommas(allowed)} is allowed.`,
    fix: fixes[limit],
  }));
}

/** `1,603` */
export function withCommas(amount: number): string {
  return amount.toLocaleString('en');
}
