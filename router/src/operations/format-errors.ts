import type { PublicErrorCode } from '@souk/kit/domain';
import { createErrorFormatter } from '@souk/kit/graphql';
import { currentCorrelation, failSpan, type Logger } from '@souk/kit/observability';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type FindTally, Tally } from '../metrics/tallies.js';
import { pickDetails } from '../subgraphs/subgraph-errors.js';

export interface ErrorFormatter {
  /** As Apollo Server's `formatError`. */
  format(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** For what did not pass through Apollo Server. */
  formatAll(errors: readonly unknown[]): GraphQLFormattedError[];
}

/** Codes of mistakes in the document or its variables, whose place in the document helps the client. */
const codesWithPlace: ReadonlySet<unknown> = new Set<PublicErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'TOKEN_LIMIT_EXCEEDED',
]);

/**
 * The one place that decides what a client sees of an error, whatever way the operation came in. Errors of subgraphs
 * were reduced where they arrived, and logged where they happened.
 */
export function createRouterErrorFormatter(
  logger: Logger,
  tallyOf: FindTally<'code'> = () => new Tally(),
): ErrorFormatter {
  const formatOwn = createErrorFormatter(logger);
  const decide = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (formatted.extensions?.['serviceName'] !== undefined) return formatOfSubgraph(formatted);
    const answer = formatOwn(withLimitCode(formatted), originOf(error));
    const { locations } = formatted;
    return locations && codesWithPlace.has(answer.extensions?.['code']) ? { ...answer, locations } : answer;
  };
  const format: ErrorFormatter['format'] = (formatted, error) => {
    const answer = decide(formatted, error);
    tallyOf({ code: String(answer.extensions?.['code']) }).add();
    failSpan(error instanceof Error ? error : new Error(formatted.message));
    return answer;
  };
  return { format, formatAll: (errors) => errors.map((error) => format(describe(error), error)) };
}

function formatOfSubgraph({ message, path, extensions = {} }: GraphQLFormattedError): GraphQLFormattedError {
  const code = extensions['code'];
  return {
    message: code === 'INTERNAL_SERVER_ERROR' ? 'Internal server error' : message,
    ...(path && { path }),
    extensions: { code, ...pickDetails(extensions), requestId: currentCorrelation().correlationId },
  };
}

/** graphql-js tells a document that is too long from one that is malformed by its message alone. */
function withLimitCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!/Document contains more tha\w \d+ tokens/.test(formatted.message)) return formatted;
  return { ...formatted, extensions: { code: 'TOKEN_LIMIT_EXCEEDED' satisfies PublicErrorCode } };
}

function describe(error: unknown): GraphQLFormattedError {
  return error instanceof GraphQLError ? error.toJSON() : { message: String(error) };
}

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
