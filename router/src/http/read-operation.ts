import { PublicError } from '@souk/kit/domain';
import type { Request } from 'express';
import { z } from 'zod';
import type { OperationRequest } from '../operations/run-operation.js';

const record = z.record(z.string(), z.unknown()).nullish();
const operationSchema = z.object({
  /** Absent where the extensions say which persisted document it is. */
  query: z.string().min(1).optional(),
  operationName: z.string().nullish(),
  variables: record,
  extensions: record,
});

/**
 * The operation that a request is about: its JSON body, or the parameters of its address.
 * @throws {PublicError} BAD_REQUEST when there is none.
 */
export function readOperation(request: Request): OperationRequest {
  const result = operationSchema.safeParse(request.method === 'GET' ? ofParameters(request.query) : request.body);
  const { query, extensions } = result.data ?? {};
  if (result.success && (query !== undefined || extensions?.['persistedQuery'])) return result.data;
  throw new PublicError('BAD_REQUEST', 'The request is not a GraphQL operation.');
}

function ofParameters({ query, operationName, variables, extensions }: Request['query']) {
  return { query, operationName, variables: ofJson(variables), extensions: ofJson(extensions) };
}

function ofJson(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError('BAD_REQUEST', 'A parameter of the address is not JSON.');
  }
}
