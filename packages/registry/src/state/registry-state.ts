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

/** Where a contract is declared, so that what is said of it can point there. */
export interface Declaration {
  /** `schema/events/<name>.ts`, or `schema/questions/<name>.ts` */
  file: string;
  /** Where it begins, from 1. */
  line: number;
  text: string;
}

/** A place of a message that its contract does not allow. */
export interface Breach {
  /** The fields that lead there, without positions in lists. */
  path: readonly string[];
  /** What is wrong there, with the exact place. */
  problem: string;
}

/** One version of an event, as its generated JSON Schema in `schema/event-schemas` says. */
export interface EventVersion {
  /** `<owner>.<aggregate>.<past-tense>.v<major>` */
  type: string;
  file: string;
  description: string;
  /** The subgraphs that rely on it. */
  consumers: readonly string[];
  schema: JsonSchema;
  /** Where the contract's text has been read. */
  declaration?: Declaration;
  /** Where the contract's code has been loaded: what that code refuses of a message's data. */
  refuse?: (data: unknown) => Breach[];
}

/** One version of a question, as `schema/asyncapi.json` says. */
export interface QuestionVersion {
  /** `ask.<owner>.<question>.v<n>` */
  subject: string;
  description: string;
  request: JsonSchema;
  reply: JsonSchema;
  /** Where the contract's text has been read. */
  declaration?: Declaration;
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
  questions: readonly QuestionVersion[];
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
