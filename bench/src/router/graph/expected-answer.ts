import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { shop } from './goods.js';

/** What a request must be answered with: what it says of a shop that is all in one place. */
export async function expectedAnswer(api: GraphQLSchema, body: string): Promise<ExecutionResult> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
  const result = await execute({ schema: api, document: parse(query), rootValue: shop, variableValues: variables });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
