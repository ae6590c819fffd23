import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { RouterContext } from '../operations/router-context.js';

/** An answer, ready to be sent. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** The code of the first error when nothing was executed. */
  refusal?: string;
}

type HttpHead = { status?: number; headers?: Iterable<[string, string]> } | undefined;

/** The answer to an operation that was executed. One without data says what is wrong with its variables. */
export function answerOf(
  result: string | ExecutionResult,
  { extensions }: RouterContext,
  errors: ErrorFormatter,
): Answer {
  if (typeof result === 'string') return { status: 200, headers: {}, body: withData(result, extensions) };
  const formatted = result.errors && errors.formatAll(result.errors);
  const { data } = result;
  const body = JSON.stringify({
    ...(formatted && { errors: formatted }),
    ...(data !== undefined && { data }),
    extensions,
  });
  if (data !== undefined) return { status: 200, headers: {}, body };
  return { status: 400, headers: {}, body, refusal: codeOf(formatted) };
}

/** The answer to an operation that was refused, or failed, as a whole. */
export function refusedAnswer(error: unknown, { extensions }: RouterContext, errors: ErrorFormatter): Answer {
  const http = (error instanceof GraphQLError ? error.extensions['http'] : undefined) as HttpHead;
  const formatted = errors.formatAll([error]);
  return {
    status: http?.status ?? 500,
    headers: Object.fromEntries(http?.headers ?? []),
    body: JSON.stringify({ errors: formatted, extensions }),
    refusal: codeOf(formatted),
  };
}

function codeOf([error]: readonly GraphQLFormattedError[] = []): string {
  return String(error?.extensions?.['code']);
}

function withData(json: string, extensions: RouterContext['extensions']): string {
  return `{"data":${json}${extensions ? `,"extensions":${JSON.stringify(extensions)}` : ''}}`;
}
