import { v7, validate } from 'uuid';

/** A new lower-case UUIDv7: unique, and roughly in order of time. */
export function newId(): string {
  return v7();
}

/** Whether `value` has the form of an id of ours. */
export function isId(value: string): boolean {
  return validate(value) && value === value.toLowerCase();
}
