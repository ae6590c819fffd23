import { z } from 'zod';
import type { SubgraphAnswer } from './ask-subgraph.js';
import type { SubgraphResponse } from './response-reader.js';
import { toGraphqlError, unavailable } from './subgraph-errors.js';

const answerSchema = z
  .object({
    data: z.custom<Record<string, unknown>>((value) => typeof value === 'object').optional(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).optional(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .refine(({ data, errors }) => data !== undefined || errors !== undefined, 'neither data nor errors');

/**
 * What a subgraph answered over HTTP, its errors reduced to what may travel on.
 * @throws {PublicError} SERVICE_UNAVAILABLE when the subgraph refused the router, which no client can help, or something
 *   before it answered in its place.
 * @throws {Error} when it did not answer in GraphQL.
 */
export function readAnswer({ status, text }: SubgraphResponse): SubgraphAnswer {
  if (status === 401) throw unavailable(new Error('The subgraph refused the assertion. Its clock or its key differs.'));
  if ([502, 503, 504].includes(status)) throw unavailable();
  const answer = JSON.parse(text);
  if (isPlainData(answer)) return answer;
  const { data, errors } = answerSchema.parse(answer);
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(toGraphqlError) }) };
}

/** Almost all answers are; what is in the data is checked with the operation's own types. */
function isPlainData(answer: SubgraphAnswer | null): answer is SubgraphAnswer {
  return typeof answer?.data === 'object' && answer.data !== null && answer.errors === undefined;
}
