import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';

/** The schema in which `@cost` and `@listSize` stand: the supergraph as it is written, for the API has neither. */
export function costSchemaOf(supergraphSdl: string): GraphQLSchema {
  return buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });
}
