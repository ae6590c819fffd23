import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BothExecutors, type Question } from './both-executors.js';
import { aCase } from './cases.js';
import { findDifference, findUnexplained, toQuestion } from './compare.js';
import { operationCount, seed } from './config.js';
import { differentialExceptions } from './differential.exceptions.js';
import { composeSupergraph, subgraphSdls } from './graph/compose.js';
import { draftOperation } from './operations/draft-operation.js';
import { InProcessSubgraphs } from './subgraphs/in-process-subgraphs.js';

const subgraphs = new InProcessSubgraphs(subgraphSdls);
let both: BothExecutors;

beforeAll(async () => {
  both = await BothExecutors.open(composeSupergraph(subgraphSdls), subgraphs);
});

test('whatever is asked and whatever goes wrong, the router answers as stock does', async () => {
  const property = fc.asyncProperty(aCase, async ({ choices, faults }) => {
    const operation = draftOperation(both.schema, choices);
    const question = toQuestion(both, operation);
    fc.pre(question !== undefined);
    for (const fault of faults) {
      subgraphs.fault = fault;
      expect({ fault, operation, difference: await findUnexplained(both, question as Question) }).toEqual({
        fault,
        operation,
        difference: undefined,
      });
    }
  });
  await fc.assert(property, { numRuns: operationCount, seed });
}, 3_600_000);

test.each(differentialExceptions)('other than stock: $title', async ({ shownBy, rightPart }) => {
  subgraphs.fault = { kind: 'none', subgraph: '', salt: 0, oneIn: 1 };
  const difference = await findDifference(both, toQuestion(both, shownBy) as Question);
  expect(JSON.stringify(difference?.router.data)).toContain(rightPart);
  expect(JSON.stringify(difference?.stock.data)).not.toContain(rightPart);
});
