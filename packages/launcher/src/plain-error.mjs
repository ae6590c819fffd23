/** A failure a person can act on: it is shown without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}
