import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { anonymous, type Caller } from '@souk/kit/identity';
import fc from 'fast-check';
import { type DefinitionNode, type ExecutionResult, Kind, type OperationDefinitionNode } from 'graphql';
import { Access } from '../../../src/access/access.js';
import { GuardedSupergraph } from '../../../src/access/guarded-supergraph.js';
import { guardOf } from '../../../src/access/operation-guard.js';
import type { RuleTable } from '../../../src/access/split-access-rules.js';
import { soleOperation } from '../../../src/admission/sole-operation.js';
import { BothExecutors, type Question } from '../both-executors.js';
import { toQuestion } from '../compare.js';
import { deniedOperationCount, seed } from '../config.js';
import { differentialExceptions } from '../differential.exceptions.js';
import { composeSupergraph, subgraphSdls } from '../graph/compose.js';
import { draftOperation } from '../operations/draft-operation.js';
import { InProcessSubgraphs } from '../subgraphs/in-process-subgraphs.js';
import { filtered } from './filtered.js';
import { guardedSdls } from './guarded-sdls.js';

const withScopes = (...scopes: string[]): Caller => ({ kind: 'customer', id: '1', roles: ['CUSTOMER'], scopes });
const callers: Record<string, Caller> = {
  nobody: anonymous,
  'a token without scopes': withScopes(),
  'who may see people': withScopes('people'),
  'who may see films': withScopes('films'),
  'who may see everything': withScopes('everything'),
};

/** Subgraphs that enforce nothing: what is denied is so by the router alone. */
const subgraphs = new InProcessSubgraphs(subgraphSdls);
let both: BothExecutors;
let rules: RuleTable;

beforeAll(async () => {
  const supergraph = composeSupergraph(guardedSdls);
  rules = GuardedSupergraph.read(supergraph).rules;
  both = await BothExecutors.open(supergraph, subgraphs);
});

const aCase = fc.record({ choices: fc.array(fc.nat(5_039), { maxLength: 500, size: 'max' }) });

test('of what stock answers, every caller gets what the rules leave, and is told why the rest is missing', async () => {
  const access = new Access(both.schema, rules);
  let denials = 0;
  let stocksOwn = 0;
  const property = fc.asyncProperty(aCase, async ({ choices }) => {
    const operation = draftOperation(both.schema, choices);
    const question = withTypeNames(toQuestion(both, operation));
    fc.pre(question !== undefined);
    const whole = await both.stock(question as Question).catch(cannotBePlanned);
    fc.pre(whole !== undefined);
    for (const [name, caller] of Object.entries(callers)) {
      both.caller = caller;
      const parts = { schema: both.schema, rules, caller };
      const told = await both.router(question as Question).catch(cannotBePlanned);
      const right = visible(await filtered(question as Question, whole as ExecutionResult, parts));
      denials += right.codes.length;
      if (isDeepStrictEqual(told && visible(told), right)) continue;
      stocksOwn += 1;
      const asked = await both.stock(restricted(question as Question, access, caller)).catch(cannotBePlanned);
      const router = told && visible(withoutWordsBelowNull(told, asked));
      const explained = asked && visible(await filtered(question as Question, asked, parts));
      expect({ name, operation, router }).toEqual({ name, operation, router: explained });
    }
  });
  await fc.assert(property, { numRuns: deniedOperationCount, seed });
  expect(denials).toBeGreaterThan(deniedOperationCount / 2);
  expect(stocksOwn / (deniedOperationCount * Object.keys(callers).length)).toBeLessThan(mostOfStocksOwn);
}, 3_600_000);

/**
 * What the router asks for a caller. Asked by types, stock itself may lose an object that it has as an interface object;
 * only where it does may the router's answer differ, and that is to be rare.
 */
function restricted(question: Question, access: Access, caller: Caller): Question {
  const { document } = question;
  const operation = soleOperation(document, document.definitions.find(isOperation) as OperationDefinitionNode);
  return { ...question, document: guardOf(operation, access)?.restrictionFor(caller)?.document ?? document };
}

/** Where stock has lost a whole object already, nothing is left to filter; the router may still say what it denied in it. */
function withoutWordsBelowNull(told: ExecutionResult, asked: ExecutionResult | undefined): ExecutionResult {
  const { errors = [] } = told;
  return { ...told, errors: errors.filter(({ path = [] }) => !leadsBelowNull(path, asked?.data)) };
}

function leadsBelowNull(path: readonly (string | number)[], data: unknown): boolean {
  let value = data;
  for (const key of path) {
    if (value === null) return true;
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return false;
}

const mostOfStocksOwn = 0.05;

const isOperation = ({ kind }: DefinitionNode) => kind === Kind.OPERATION_DEFINITION;

/** The planner, which is the same in both, has no plan for some questions: nobody knows their answers then. */
const cannotBePlanned = () => undefined;

/** Without any occasion for what stock does wrong, which is also how every object says what it is. */
function withTypeNames(question: Question | undefined): Question | undefined {
  if (!question) return undefined;
  const document = differentialExceptions.reduce((changed, { without }) => without(changed), question.document);
  return { ...question, document };
}

/** Null where there may be none: the gateway says so with a code that graphql-js does not have, and of less. */
const codesOfNull = new Set<unknown>(['INVALID_GRAPHQL', undefined]);

/** Which codes there are; how often one thing is told that stands at many places, is another matter. */
function visible({ data = null, errors = [] }: ExecutionResult) {
  const codes = new Set(errors.map(({ extensions }) => extensions['code']).filter((code) => !codesOfNull.has(code)));
  return { data: JSON.parse(JSON.stringify(data)), codes: [...codes].sort() };
}
