import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import type { ClientFile } from './client-operation.js';
import { OperationInputError } from './operation-input.error.js';

/** Parses a file of documents. @throws {OperationInputError} with the line that does not parse. */
export function parseClientFile({ path, content }: ClientFile): DocumentNode {
  try {
    return parse(new Source(content, path));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line;
    throw new OperationInputError(`It is not GraphQL: ${describeSyntaxError(error)} Mend the document.`, {
      file: path,
      line,
    });
  }
}

/** What the parser found, as the end of a sentence: `expected Name, found "}".` */
export function describeSyntaxError({ message }: GraphQLError): string {
  const found = message.replace(/^Syntax Error: /, '').replace(/\.?$/, '.');
  return found.charAt(0).toLowerCase() + found.slice(1);
}
