import { hash } from 'node:crypto';
import type { CompiledOperation } from '../execution/compiled-operation.js';
import type { PreparedOperations } from '../execution/prepared-operations.js';

/** An operation that is prepared, and what it is to be executed with. */
export interface KnownOperation {
  operation: CompiledOperation;
  variables: Record<string, unknown>;
}

/** The operation that a request's body asks for; undefined when anything about it is not as usual. */
export function knownOperation(body: unknown, prepared: PreparedOperations): KnownOperation | undefined {
  if (!isRecord(body)) return undefined;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== null && !isRecord(variables)) return undefined;
  if (extensions !== null && !isRecord(extensions)) return undefined;
  const wanted = hashOf(query, extensions?.['persistedQuery']);
  const operation = wanted && prepared.find({ hash: wanted, operationName: operationName ?? undefined });
  return operation ? { operation, variables: variables ?? {} } : undefined;
}

/** The hash of the document; that of a persisted one is told, and must be right where the document comes with it. */
function hashOf(query: unknown, persisted: unknown): string | undefined {
  const computed = typeof query === 'string' ? hash('sha256', query) : undefined;
  if (persisted === undefined) return computed;
  if (!isRecord(persisted) || persisted['version'] !== 1) return undefined;
  const told = persisted['sha256Hash'];
  const isRight = query === undefined || told === computed;
  return typeof told === 'string' && isRight ? told : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
