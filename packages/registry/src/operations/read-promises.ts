import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { costSchemaOf } from '../checks/operations/cost-schema.js';
import { RegistryInputError } from '../registry-input.error.js';
import { readOperations } from '../state/read-operations.js';
import { readWorkTree } from '../state/read-work-tree.js';
import type { RecordedOperation } from '../state/registry-state.js';
import type { SourceFile } from '../state/source-file.js';

/** What the work tree promises clients, and what they are known to send. */
export interface Promises {
  api: GraphQLSchema;
  /** The schema in which costs stand. */
  costSchema: GraphQLSchema;
  operations: readonly RecordedOperation[];
}

/** Reads the generated schemas and the recorded operations. @throws {RegistryInputError} when one is missing or broken. */
export async function readPromises(root: string): Promise<Promises> {
  const files = await readWorkTree(root);
  return {
    api: readSchema(files, 'schema/api.graphql', buildSchema),
    costSchema: readSchema(files, 'schema/supergraph.graphql', costSchemaOf),
    operations: readOperations(files),
  };
}

function readSchema(files: readonly SourceFile[], path: string, build: (sdl: string) => GraphQLSchema): GraphQLSchema {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new RegistryInputError('It is missing. Write it: npm run generate', { file: path });
  try {
    return build(file.content);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line;
    throw new RegistryInputError(`${error.message} Write it anew: npm run generate`, { file: path, line });
  }
}
