/** Something the person at the terminal can put right: told in one sentence, without a stack. */
export class PlainError extends Error {
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
    this.name = 'PlainError';
  }
}
