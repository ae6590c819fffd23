/** An object of the AsyncAPI document. */
export type AsyncApiObject = { [keyword: string]: unknown };

/** What an event or a question adds to the document, by the keys under which it stands there. */
export interface DocumentParts {
  channels: AsyncApiObject;
  operations: AsyncApiObject;
  messages: AsyncApiObject;
}

/** A JSON pointer into the document. */
export function refTo(...path: readonly string[]): { $ref: string } {
  return { $ref: `#/${path.join('/')}` };
}

/** What marks an operation as that of a subgraph. */
export function tagsOf(subgraph: string): { name: string }[] {
  return [{ name: subgraph }];
}
