import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BothExecutors, type Question } from '../both-executors.js';
import { findDifference, findUnexplained, toQuestion } from '../compare.js';
import { cachedOperationCount, seed } from '../config.js';
import { composeSupergraph, subgraphSdls } from '../graph/compose.js';
import { draftOperation } from '../operations/draft-operation.js';
import type { Fault } from '../subgraphs/faults.js';
import { InProcessSubgraphs } from '../subgraphs/in-process-subgraphs.js';
import { KeptGraph } from './kept-graph.js';

const well: Fault = { kind: 'none', subgraph: '', salt: 0, oneIn: 1 };
/** After which nothing of an answer may be kept that is not so. What is wrong and looks right cannot be told. */
const passing = [
  'a resolver fails',
  'a subgraph is down',
  'a subgraph is too slow',
  'a subgraph breaks',
  'a subgraph refuses',
  'an entity is missing',
  'there are no entities',
  'there are too few entities',
] as const;

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom(...passing),
  subgraph: fc.constantFrom(...Object.keys(subgraphSdls)),
  salt: fc.nat(100),
  oneIn: fc.constantFrom(1, 2, 4),
});
const thing = fc
  .tuple(fc.constantFrom('Product', 'Brand', 'Book', 'Film', 'User', 'Warehouse'), fc.nat(2))
  .map(([typeName, number]) => `${typeName}:${number}`);
const aCase = fc.record({
  choices: fc.array(fc.nat(5_039), { maxLength: 500, size: 'max' }),
  fault,
  changed: fc.array(thing, { minLength: 1, maxLength: 4 }),
});

const subgraphs = new InProcessSubgraphs(subgraphSdls);
const kept = new KeptGraph();
let both: BothExecutors;

beforeAll(async () => {
  both = await BothExecutors.open(composeSupergraph(subgraphSdls), subgraphs, kept);
});

test('whatever is kept, went wrong or has changed, the router answers as stock does, which keeps nothing', async () => {
  const property = fc.asyncProperty(aCase, async ({ choices, fault: passed, changed }) => {
    const operation = draftOperation(both.schema, choices);
    const question = toQuestion(both, operation);
    fc.pre(question !== undefined);
    subgraphs.fault = passed;
    await both.router(question as Question).catch(() => undefined);
    subgraphs.fault = well;
    for (const step of ['first', 'again', 'after changes']) {
      if (step === 'after changes') for (const self of changed) change(self);
      const difference = await findUnexplained(both, question as Question);
      expect({ step, operation, difference }).toEqual({ step, operation, difference: undefined });
    }
  });
  await fc.assert(property, { numRuns: cachedOperationCount, seed });
  expect(kept.takeHits()).toBeGreaterThan(cachedOperationCount);
}, 3_600_000);

test('a change of which nobody tells is not seen: it is the events that keep answers fresh', async () => {
  const question = toQuestion(both, { document: '{ product(id: "Product:1") { name } }', variables: {} }) as Question;
  expect(await findDifference(both, question)).toBeUndefined();
  subgraphs.change('Product:1');
  expect(await findDifference(both, question)).toBeDefined();
  kept.tell('Product:1');
  expect(await findDifference(both, question)).toBeUndefined();
});

function change(self: string): void {
  subgraphs.change(self);
  kept.tell(self);
}
