import type { DocumentNode, GraphQLSchema, TypeInfo } from 'graphql';

/** What a part of the rules for coordinates works with. */
export interface Noting {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** Knows the types at the place that is being visited. */
  types: TypeInfo;
  /** Takes note of a coordinate. */
  note(coordinate: string): void;
}
