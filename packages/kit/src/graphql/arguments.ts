import { isId, PublicError } from '../domain/index.js';

/** @throws {PublicError} BAD_USER_INPUT when `value` has not the form of an id. */
export function requireId(value: string, field = 'id'): string {
  if (!isId(value)) throw new PublicError('BAD_USER_INPUT', `"${field}" is not an id.`, { field });
  return value;
}
