import type { FetchNode } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import { affectedFields } from '../../subgraphs/affected-fields.js';
import type { AskSubgraph, EntityQuestion, SubgraphAnswer } from '../../subgraphs/ask-subgraph.js';
import { failuresAt } from '../../subgraphs/subgraph-errors.js';
import type { Execution, Tree } from '../execution.js';

/** Asks what a fetch is to bring. What fails as a whole is answered with an error for each field it would have filled. */
export type Ask = (execution: Execution, representations?: readonly string[]) => Promise<SubgraphAnswer>;

/** Compiles how a fetch is sent: only variables and representations differ from one request to the next. */
export function compileQuestion(node: FetchNode, askSubgraph: AskSubgraph): Ask {
  const { serviceName, operation, operationKind, variableUsages = [] } = node;
  const head = `{"query":${JSON.stringify(operation)},"variables":{`;
  const isRepeatable = operationKind !== OperationTypeNode.MUTATION;
  return async ({ variables, context }, representations) => {
    const entities = representations && { head, representations, variables: writeVariables(variableUsages, variables) };
    const body = entities ? writeEntityQuestion(entities) : `${head}${writeVariables(variableUsages, variables)}}}`;
    try {
      return await askSubgraph(serviceName, { body, isRepeatable, context, entities });
    } catch (error) {
      const sent = JSON.parse(`[${representations?.join() ?? ''}]`);
      return { errors: failuresAt(affectedFields(operation, { representations: sent }), error) };
    }
  };
}

/** Writes a question about entities as the body of a request. */
export function writeEntityQuestion({ head, representations, variables }: EntityQuestion): string {
  return `${head}"representations":[${representations.join()}]${variables === '' ? '' : ','}${variables}}}`;
}

/** The named variables, as the inside of a JSON object. */
export function writeVariables(names: string[], variables: Readonly<Tree>): string {
  let json = '';
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return json;
}
