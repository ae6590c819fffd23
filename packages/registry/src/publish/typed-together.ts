import { parseClientFile } from '@souk/operations/parse-client-file';
import { type DefinitionNode, Kind, print } from 'graphql';
import { RegistryInputError } from '../registry-input.error.js';
import { isDocument } from '../state/read-operations.js';
import type { SourceFile } from '../state/source-file.js';

interface NamedDefinition {
  kind: 'operations' | 'fragments';
  name: string;
  text: string;
  file: string;
  line: number | undefined;
}

/**
 * The documents of this repository, whichever client's they are, get their types in one module, where a name can stand
 * for one text only. The documents must be readable.
 * @throws {RegistryInputError} for a name that stands for another text elsewhere.
 */
export function requireTypedTogether(files: readonly SourceFile[]): void {
  const definitions = files.filter(isDocument).flatMap(definitionsIn);
  for (const [name, [first, ...others]] of Map.groupBy(definitions, ({ kind, name }) => `${kind} are called ${name}`)) {
    const other = others.find(({ text }) => text !== first?.text);
    if (!first || !other) continue;
    throw new RegistryInputError(
      `Two ${name}, the other in ${first.file}:${first.line}, and ask for different things. The documents of all clients in this repository are typed together: rename one.`,
      other,
    );
  }
}

function definitionsIn(file: SourceFile): NamedDefinition[] {
  return parseClientFile(file).definitions.flatMap((definition) => toNamed(definition, file) ?? []);
}

function toNamed(definition: DefinitionNode, { path: file }: SourceFile): NamedDefinition | undefined {
  const isOperation = definition.kind === Kind.OPERATION_DEFINITION;
  if (!isOperation && definition.kind !== Kind.FRAGMENT_DEFINITION) return undefined;
  const [kind, name] = [isOperation ? 'operations' : 'fragments', definition.name?.value ?? ''] as const;
  return { kind, name, text: print(definition), file, line: definition.loc?.startToken.line };
}
