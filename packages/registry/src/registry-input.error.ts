/** Where a mistake stands. */
export interface InputPlace {
  /** From the root of the repository, or as the person named it. */
  file?: string | undefined;
  /** From 1. */
  line?: number | undefined;
}

/**
 * What the registry was given cannot be read, so that nothing can be said about it: a command ends with exit code 2.
 * The message says what is wrong and what to do.
 */
export class RegistryInputError extends Error {
  override name = 'RegistryInputError';
  readonly exitCode = 2;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, { file, line }: InputPlace = {}) {
    super(message);
    this.file = file;
    this.line = line;
  }
}

/** The message behind the place where the mistake stands: `schema/allowances.yaml:3: …` */
export function describeInputError(error: RegistryInputError): string {
  const place = describePlace(error);
  return place ? `${place}: ${error.message}` : error.message;
}

/** As an editor opens it: `schema/allowances.yaml:3`; empty where nobody knows. */
export function describePlace({ file = '', line }: InputPlace): string {
  return file && line ? `${file}:${line}` : file;
}
