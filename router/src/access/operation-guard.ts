import type { Caller } from '@souk/kit/identity';
import { fragmentsOf } from '@souk/operations/definitions';
import { type DocumentNode, type GraphQLError, getOperationAST } from 'graphql';
import type { SoleOperation } from '../admission/concern.js';
import { rootFieldsOf } from '../admission/root-fields.js';
import { soleOperation } from '../admission/sole-operation.js';
import type { Execution } from '../execution/execution.js';
import type { Access, Unmet } from './access.js';
import { type AccessRule, denialOf, isMetBy } from './access-rule.js';
import { denyPlaces } from './deny-places.js';
import { selectedFields } from './selected-fields.js';
import { withoutDenied } from './without-denied.js';

/** An operation without what is denied to some. */
export interface Restriction {
  /** What may be fetched. */
  document: DocumentNode;
  unmet: Unmet;
  /** Makes null what is denied, once everything is fetched. */
  deny(execution: Execution): void;
  /** Which of the operation's own fields are denied. */
  rootDenialsOf(caller: Caller): GraphQLError[];
}

const guards = new WeakMap<Access, WeakMap<SoleOperation, OperationGuard | undefined>>();
const rememberedRestrictions = 32;

/** The guard of an operation, the same for as long as the operation is kept; undefined when no rule is about it. */
export function guardOf(operation: SoleOperation, access: Access): OperationGuard | undefined {
  const known = guards.get(access) ?? new WeakMap<SoleOperation, OperationGuard | undefined>();
  guards.set(access, known);
  if (known.has(operation)) return known.get(operation);
  const rules = new Set(selectedFields(operation, access).flatMap(({ type, field }) => access.rulesOf(type, field)));
  const guard = rules.size > 0 ? new OperationGuard(operation, access, [...rules]) : undefined;
  known.set(operation, guard);
  return guard;
}

/** What a caller is denied of an operation that can only be executed as a whole. */
export function denialsOf(
  { document, request }: { document: DocumentNode; request: { operationName?: string | undefined } },
  caller: Caller,
  access: Access,
): GraphQLError[] {
  const definition = getOperationAST(document, request.operationName);
  if (!definition) return [];
  return guardOf(soleOperation(document, definition), access)?.denialsOf(caller) ?? [];
}

/** Knows the rules of an operation, and what of it is left for whom. */
export class OperationGuard {
  private readonly restrictions = new Map<string, Restriction>();

  constructor(
    private readonly operation: SoleOperation,
    private readonly access: Access,
    private readonly rules: readonly AccessRule[],
  ) {}

  /** The same object for all to whom the same is denied; undefined for who may see everything. */
  restrictionFor(caller: Caller): Restriction | undefined {
    let key = '';
    for (let index = 0; index < this.rules.length; index += 1)
      if (!isMetBy(this.rules[index] as AccessRule, caller)) key += `${index} `;
    if (key === '') return undefined;
    const restriction = this.restrictions.get(key) ?? this.restrict(caller);
    if (this.restrictions.size >= rememberedRestrictions) this.restrictions.clear();
    this.restrictions.set(key, restriction);
    return restriction;
  }

  /** What is denied of the operation, without regard to where in an answer it would stand. */
  denialsOf(caller: Caller): GraphQLError[] {
    const unmet = this.unmetBy(caller);
    const coordinates = selectedFields(this.operation, this.access).flatMap(({ type, field }) =>
      this.access.rulesOf(type, field).some((rule) => unmet.has(rule)) ? [`${type.name}.${field.name}`] : [],
    );
    return [...new Set(coordinates)].map((coordinate) => denialOf(coordinate, caller));
  }

  private restrict(caller: Caller): Restriction {
    const { access, operation } = this;
    const { document, definition } = operation;
    const unmet = this.unmetBy(caller);
    const parts = { access, unmet, definition, fragments: fragmentsOf(document) };
    return {
      document: withoutDenied(document, access, unmet),
      unmet,
      deny: (execution) => denyPlaces(execution, parts),
      rootDenialsOf: (who) => this.rootDenials(who, unmet),
    };
  }

  private rootDenials(caller: Caller, unmet: Unmet): GraphQLError[] {
    const { access, operation } = this;
    const type = access.schema.getRootType(operation.definition.operation);
    return rootFieldsOf(operation).flatMap(({ name, alias }) => {
      const field = type?.getFields()[name.value];
      if (!type || !field || !access.isDenied(type, field, unmet)) return [];
      return [denialOf(`${type.name}.${field.name}`, caller, [(alias ?? name).value])];
    });
  }

  private unmetBy(caller: Caller): Unmet {
    return new Set(this.rules.filter((rule) => !isMetBy(rule, caller)));
  }
}
