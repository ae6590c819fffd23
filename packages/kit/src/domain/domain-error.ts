/** An expected business refusal. `code` is part of the public API: listed in the schema, never renamed. */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  /** @param path where in the mutation's input the mistake is, from the outside in. */
  constructor(
    message: string,
    readonly path?: readonly string[],
  ) {
    super(message);
    this.name = new.target.name;
  }
}
