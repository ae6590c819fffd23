import type { FetchNode } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import { affectedFields } from '../../subgraphs/affected-fields.js';
import type { AskSubgraph, SubgraphAnswer } from '../../subgraphs/ask-subgraph.js';
import { failuresAt } from '../../subgraphs/subgraph-errors.js';
import type { Execution, Tree } from '../execution.js';

/** Asks what a fetch is to bring. What fails as a whole is answered with an error for each field it would have filled. */
export type Ask = (execution: Execution, representations?: string) => Promise<SubgraphAnswer>;

/** Compiles how a fetch is sent: only variables and representations differ from one request to the next. */
export function compileQuestion(node: FetchNode, askSubgraph: AskSubgraph): Ask {
  const { serviceName, operation, operationKind, variableUsages = [] } = node;
  const head = `{"query":${JSON.stringify(operation)},"variables":{`;
  const isRepeatable = operationKind !== OperationTypeNode.MUTATION;
  return async ({ variables, context }, representations) => {
    const body = `${head}${writeVariables(variableUsages, variables, representations)}}}`;
    try {
      return await askSubgraph(serviceName, { body, isRepeatable, context });
    } catch (error) {
      const sent = JSON.parse(`[${representations ?? ''}]`);
      return { errors: failuresAt(affectedFields(operation, { representations: sent }), error) };
    }
  };
}

function writeVariables(names: string[], variables: Readonly<Tree>, representations: string | undefined): string {
  let json = representations === undefined ? '' : `"representations":[${representations}]`;
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return json;
}
