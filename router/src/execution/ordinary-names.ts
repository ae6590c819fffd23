import { type DocumentNode, visit } from 'graphql';
import { NotCompiledError } from './not-compiled.error.js';

/**
 * Compiled code reads the fields of plain objects by their names. A name that every object inherits, such as
 * `constructor`, would be found where there is none.
 * @throws {NotCompiledError} for such a name.
 */
export function requireOrdinaryName(name: string): void {
  if (name in Object.prototype) throw new NotCompiledError(`Every object has a "${name}".`);
}

/**
 * @throws {NotCompiledError} when the document asks for the schema, or gives a field a name that every object has, or that
 * of its type.
 */
export function requireOrdinaryFields(document: DocumentNode): void {
  visit(document, {
    Field: ({ name, alias }) => {
      if (name.value === '__schema' || name.value === '__type') throw new NotCompiledError('This asks for the schema.');
      requireOrdinaryName((alias ?? name).value);
      if (alias?.value === '__typename' && name.value !== '__typename')
        throw new NotCompiledError('Where a type is told, something else would stand.');
    },
  });
}
