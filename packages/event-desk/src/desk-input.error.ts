/** What was asked for cannot be: the message says what to write instead. */
export class DeskInputError extends Error {
  override readonly name = 'DeskInputError';
}
