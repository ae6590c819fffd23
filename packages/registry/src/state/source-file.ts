/** A file of the repository, of the work tree or of a revision. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  content: string;
}

/**
 * Whether the registry reads a file of `schema/`: SDL and documents, generated JSON, what people write as YAML, and the
 * contracts' own text, which says in which line a promise is made.
 */
export function isKept(path: string): boolean {
  return /\.(graphql|json|yaml)$/.test(path) || isContractSource(path);
}

/** Whether events or questions are declared in a file. */
export function isContractSource(path: string): boolean {
  return /^schema\/(events|questions)\/[^/]+\.ts$/.test(path);
}
