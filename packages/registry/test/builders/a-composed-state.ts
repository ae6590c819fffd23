import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { splitOperations } from '@souk/operations/split-operations';
import { lexicographicSortSchema, parse } from 'graphql';
import type { CheckContext } from '../../src/checks/check.js';
import type { ComposedState, RecordedOperation, SubgraphSdl } from '../../src/state/registry-state.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", ' +
  '"@external", "@requires", "@provides", "@override", "@authenticated", "@requiresScopes", "@cost", "@listSize", "@tag"]) ';

/** One subgraph, or several by their names. */
export type Sdls = string | Record<string, string>;

/** Documents by `client@version`. */
export type Documents = Record<string, string>;

/** A state of tiny subgraphs, with the operations that clients send. Lines are those of the texts. */
export function aComposedState(sdls: Sdls, documents: Documents = {}): ComposedState {
  const subgraphs = Object.entries(typeof sdls === 'string' ? { shop: sdls } : sdls).map(toSubgraph);
  const services = subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], errors?.map(String).join('\n'));
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  return {
    subgraphs,
    operations: Object.entries(documents).flatMap(toOperations),
    events: [],
    questions: [],
    samples: [],
    subscriptions: {},
    supergraph,
    supergraphSdl,
    api: lexicographicSortSchema(supergraph.apiSchema().toGraphQLJSSchema()),
  };
}

/** A change of the subgraphs, while clients go on sending the same; it is 15 June 2026. */
export function aChangeOf(before: Sdls, after: Sdls, documents: Documents = {}): CheckContext {
  return {
    before: aComposedState(before, documents),
    after: aComposedState(after, documents),
    today: '2026-06-15',
  };
}

function toSubgraph([name, sdl]: [string, string]): SubgraphSdl {
  return { name, file: `schema/subgraphs/${name}.graphql`, sdl: link + sdl };
}

function toOperations([name, content]: [string, string]): RecordedOperation[] {
  const [client = '', version = 'workspace'] = name.split('@');
  const path = `schema/operations/${client}/${version}.json`;
  return splitOperations([{ path, content }]).map(({ line = 1, ...operation }) => ({
    ...operation,
    client,
    version,
    line,
  }));
}
