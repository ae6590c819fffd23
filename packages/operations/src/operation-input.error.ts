/** What was handed in as operations cannot be read as such. The message says what is wrong and what to do. */
export class OperationInputError extends Error {
  override name = 'OperationInputError';
  readonly file: string;
  /** From 1; missing where it cannot be known. */
  readonly line: number | undefined;

  constructor(message: string, { file, line }: { file: string; line?: number | undefined }) {
    super(message);
    this.file = file;
    this.line = line;
  }
}
