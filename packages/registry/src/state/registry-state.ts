import type { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

/** The SDL of a subgraph as it stands in its generated file, header included, so that lines are the file's lines. */
export interface SubgraphSdl {
  /** The folder's name, which is the graph's name. */
  name: string;
  /** `schema/subgraphs/<name>.graphql` */
  file: string;
  sdl: string;
}

/** An operation that a known client sends. */
export interface RecordedOperation {
  /** Who sends it: a folder of `schema/operations`. */
  client: string;
  /** A registered version, or `workspace` for documents that live in this repository. */
  version: string;
  name: string;
  type: 'query' | 'mutation' | 'subscription';
  /** SHA-256 of `document`, in lower-case hexadecimal. */
  id: string;
  /** The operation with every fragment it needs. */
  document: string;
  file: string;
  /** Where it begins in the file, from 1. */
  line: number;
}

export type JsonSchema = { [keyword: string]: unknown };

/** One version of an event, as its generated JSON Schema in `schema/event-schemas` says. */
export interface EventVersion {
  /** `<owner>.<aggregate>.<past-tense>.v<major>` */
  type: string;
  file: string;
  description: string;
  /** The subgraphs that rely on it. */
  consumers: readonly string[];
  schema: JsonSchema;
}

/** A message of one event version that was published once, kept in `schema/samples`. */
export interface RecordedSample {
  type: string;
  file: string;
  /** The `data` of the envelope. */
  data: unknown;
}

/** Everything that the registry knows at one time: of the work tree, or of a revision. */
export interface RegistryState {
  subgraphs: readonly SubgraphSdl[];
  operations: readonly RecordedOperation[];
  events: readonly EventVersion[];
  samples: readonly RecordedSample[];
  /** The event types that each subgraph handles, by the subgraph's name. */
  subscriptions: Readonly<Record<string, readonly string[]>>;
}

/** A state whose subgraphs compose. */
export interface ComposedState extends RegistryState {
  supergraph: Supergraph;
  supergraphSdl: string;
  /** What clients see. */
  api: GraphQLSchema;
}
