import { UniqueConstraintViolationException } from '@mikro-orm/core';

/** Whether an error says that the named unique constraint or index would have been broken. */
export function breaksUnique(error: unknown, constraint: string): boolean {
  return (
    error instanceof UniqueConstraintViolationException && (error as { constraint?: unknown }).constraint === constraint
  );
}
