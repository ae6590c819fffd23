import type { PublicErrorCode } from '@souk/kit/domain';
import { depthOf } from '@souk/operations/depth-of';
import { limits } from '@souk/operations/limits';
import { type ASTNode, type DocumentNode, Kind, OperationTypeNode, visit } from 'graphql';
import { type Concern, onceForEachOperation } from './concern.js';
import { refusal } from './refusal.js';
import { rootFieldsOf } from './root-fields.js';

const aliasesAllowed = 15;
const directivesAllowed = 20;
const mutationsAllowed = 5;

/** Guesses at a secret. Several in one request would make guessing cheap, and race with each other. */
const mutationsOfOneRequest: ReadonlySet<string> = new Set(['signIn', 'register', 'refreshSession', 'openOrderLink']);

/** How deep an operation may select; the schema itself may be asked for more deeply. */
const limitDepth = onceForEachOperation(({ document }) =>
  limit({ code: 'DEPTH_LIMIT_EXCEEDED', what: 'levels', allowed: limits.depth, actual: depthOf(document) }),
);

/** How many fields may have another name, which is how one field is asked for many times. */
const limitAliases = onceForEachOperation(({ document }) => {
  const actual = count(document, (node) => node.kind === Kind.FIELD && node.alias !== undefined);
  limit({ code: 'ALIAS_LIMIT_EXCEEDED', what: 'aliases', allowed: aliasesAllowed, actual });
});

const limitDirectives = onceForEachOperation(({ document }) => {
  const actual = count(document, ({ kind }) => kind === Kind.DIRECTIVE);
  limit({ code: 'BAD_REQUEST', what: 'directives', allowed: directivesAllowed, actual });
});

/** How much one request may change. */
const limitMutations = onceForEachOperation((operation) => {
  if (operation.definition.operation !== OperationTypeNode.MUTATION) return;
  const names = rootFieldsOf(operation).map(({ name }) => name.value);
  const sole = names.find((name) => mutationsOfOneRequest.has(name));
  const allowed = sole === undefined ? mutationsAllowed : 1;
  limit({
    code: 'BAD_REQUEST',
    what: sole ? `mutations beside "${sole}"` : 'mutations',
    allowed,
    actual: names.length,
  });
});

/** What an operation may not exceed, whoever sends it. */
export const operationLimits: readonly Concern[] = [limitDepth, limitAliases, limitDirectives, limitMutations];

interface Count {
  code: PublicErrorCode;
  what: string;
  allowed: number;
  actual: number;
}

function limit({ code, what, allowed, actual }: Count): void {
  if (actual <= allowed) return;
  throw refusal(code, `An operation may have ${allowed} ${what}; this one has ${actual}.`, { limit: allowed, actual });
}

function count(document: DocumentNode, isCounted: (node: ASTNode) => boolean): number {
  let number = 0;
  visit(document, {
    enter: (node) => {
      if (isCounted(node)) number += 1;
    },
  });
  return number;
}
