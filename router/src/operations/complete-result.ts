import type { ExecutionResult } from 'graphql';

/**
 * The gateway notes in `extensions` where a subgraph answered null for what must not be null, with the schema's details.
 * That stays inside. Where it left nothing of the data, it is the error that explains why.
 */
export function completeResult<Result extends ExecutionResult>(result: Result): Result {
  const { extensions, ...rest } = result;
  if (!extensions || !('valueCompletion' in extensions)) return result;
  const { valueCompletion, ...others } = extensions;
  return {
    ...rest,
    ...(rest.data == null && { errors: valueCompletion }),
    ...(Object.keys(others).length > 0 && { extensions: others }),
  } as Result;
}
