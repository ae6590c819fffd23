import { printSchema } from 'graphql';
import { sdlHeader } from '../state/generated-mark.js';
import { readOperations } from '../state/read-operations.js';
import { readSamples } from '../state/read-samples.js';
import { readWorkTree } from '../state/read-work-tree.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import type { SourceFile } from '../state/source-file.js';
import { publishApiDocs } from './api-docs/api-docs.js';
import type { EventReference } from './api-docs/events/events-page.js';
import { readOwners } from './api-docs/graph/read-owners.js';
import { toAsyncApi } from './asyncapi/to-asyncapi.js';
import type { ComposedGraph } from './compose.js';
import { generateDocuments, UnfitOperationsError } from './generate-documents.js';
import type { Publication } from './generated-file.js';
import { jsonFile } from './json-file.js';
import { type Policies, readPolicies, toPolicyDocument } from './policies.js';
import { readContracts, readQuestions } from './read-contracts.js';
import { requireTypedTogether } from './typed-together.js';

/** The graph as its code says, composed. */
export interface GraphInHand {
  subgraphs: readonly SubgraphSdl[];
  composed: ComposedGraph;
}

/**
 * Everything that is made from code, in an order in which each part finds on disk what it is made from: who writes them
 * writes one before asking for the next.
 * @throws {RegistryInputError} when contracts, operations or samples cannot be read.
 */
export async function* publications(root: string, { subgraphs, composed }: GraphInHand): AsyncGenerator<Publication> {
  yield publishSubgraphs(subgraphs);
  const policies = readPolicies(composed.supergraphSdl, subgraphs);
  yield publishGraph(composed, policies);
  const files = await readWorkTree(root);
  const events = {
    events: await readContracts(root),
    questions: await readQuestions(root),
    samples: readSamples(files),
  };
  yield publishEvents(events);
  yield await publishApiDocs(root, { graph: { api: composed.api, policies, owners: readOwners(subgraphs) }, events });
  yield await publishDocuments(root, files);
}

/** The subgraphs' SDL; the one part that can be had of a graph that does not compose. */
export function publishSubgraphs(subgraphs: readonly SubgraphSdl[]): Publication {
  return { files: subgraphs.map(({ file, sdl }) => ({ path: file, content: sdl })), owns: ['schema/subgraphs'] };
}

function publishGraph({ supergraphSdl, api }: ComposedGraph, policies: Policies): Publication {
  const supergraph = `${sdlHeader}${supergraphSdl}\n`;
  return {
    files: [
      { path: 'schema/supergraph.graphql', content: supergraph },
      { path: 'schema/api.graphql', content: `${sdlHeader}${printSchema(api)}\n` },
      jsonFile('schema/policies.json', toPolicyDocument(policies, supergraph)),
    ],
    owns: [],
  };
}

function publishEvents({ events, questions }: EventReference): Publication {
  const schemas = events.map(({ file, schema }) => jsonFile(file, schema));
  const asyncApi = jsonFile('schema/asyncapi.json', toAsyncApi(events, questions));
  return { files: [...schemas, asyncApi], owns: ['schema/event-schemas'] };
}

/** The code generator does not say in which file it could not read a document, so all are read before. */
async function publishDocuments(root: string, files: readonly SourceFile[]): Promise<Publication> {
  readOperations(files);
  requireTypedTogether(files);
  try {
    return { files: await generateDocuments(root), owns: [] };
  } catch (error) {
    if (!(error instanceof UnfitOperationsError)) throw error;
    return { files: [], owns: [], problem: `The operations of this repository cannot be typed:\n${error.message}` };
  }
}
