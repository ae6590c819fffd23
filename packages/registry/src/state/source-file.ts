/** A file of the repository, of the work tree or of a revision. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  content: string;
}

/** Whether the registry reads a file of `schema/`: SDL and documents, generated JSON, what people write as YAML. */
export function isKept(path: string): boolean {
  return /\.(graphql|json|yaml)$/.test(path);
}
