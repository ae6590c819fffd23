import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
} from 'graphql';
import type { ClientFile, ClientOperation } from './client-operation.js';
import { isFragment, isOperation, missingFragments } from './definitions.js';
import { operationId } from './operation-id.js';
import { OperationInputError } from './operation-input.error.js';
import { parseClientFile } from './parse-client-file.js';

type ExecutableDefinition = OperationDefinitionNode | FragmentDefinitionNode;

/**
 * Takes a client's documents apart into operations, each with exactly the fragments that it needs, wherever among the
 * files they stand. The text is printed anew, fragments in the order of their names, so that it is the same however the
 * files are laid out.
 * @throws {OperationInputError} for what does not parse, bears no name or another's, or needs a fragment that is missing.
 */
export function splitOperations(files: readonly ClientFile[]): ClientOperation[] {
  const definitions = files.flatMap((file) => parseClientFile(file).definitions.map(requireExecutable));
  definitions.filter(isOperation).forEach(requireName);
  requireNamesOnce(definitions.filter(isOperation), 'operations');
  requireNamesOnce(definitions.filter(isFragment), 'fragments');
  const separated = separateOperations({ kind: Kind.DOCUMENT, definitions });
  return definitions.filter(isOperation).map((operation) => toClientOperation(operation, separated));
}

function toClientOperation(
  operation: OperationDefinitionNode,
  separated: Record<string, DocumentNode>,
): ClientOperation {
  const name = nameOf(operation);
  const own = separated[name] ?? { kind: Kind.DOCUMENT, definitions: [operation] };
  const [missing] = missingFragments(own);
  if (missing) throw mistake(operation, `${name} needs the fragment ${missing}, which is nowhere among the files.`);
  const document = printStably(own);
  return { id: operationId(document), name, type: operation.operation, document, ...placeOf(operation) };
}

function printStably({ definitions }: DocumentNode): string {
  const fragments = definitions.filter(isFragment).sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return [...definitions.filter(isOperation), ...fragments].map((definition) => print(definition)).join('\n\n');
}

function requireExecutable(definition: DefinitionNode): ExecutableDefinition {
  if (isOperation(definition) || isFragment(definition)) return definition;
  throw mistake(
    definition,
    'A client sends operations and fragments only; take the schema definition out of the file.',
  );
}

function requireName(operation: OperationDefinitionNode): void {
  if (!operation.name) throw mistake(operation, `The ${operation.operation} has no name; give it one of its own.`);
}

function requireNamesOnce(definitions: readonly ExecutableDefinition[], kind: string): void {
  for (const [name, namesakes] of Map.groupBy(definitions, nameOf)) {
    const [first, second] = namesakes;
    if (!first || !second) continue;
    const { file, line } = placeOf(first);
    throw mistake(second, `Two ${kind} are called ${name}, the other in ${file}:${line}; rename one.`);
  }
}

function nameOf(definition: ExecutableDefinition): string {
  return definition.name?.value ?? '';
}

function mistake(node: DefinitionNode, message: string): OperationInputError {
  return new OperationInputError(message, placeOf(node));
}

function placeOf({ loc }: DefinitionNode): { file: string; line: number } {
  return { file: loc?.source.name ?? '', line: loc?.startToken.line ?? 1 };
}
