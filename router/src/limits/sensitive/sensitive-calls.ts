import { hash } from 'node:crypto';
import { type FieldNode, valueFromASTUntyped } from 'graphql';
import type { SoleOperation } from '../../admission/concern.js';
import { rootFieldsOf } from '../../admission/root-fields.js';
import { type SensitiveClass, sensitiveFields } from './sensitive-fields.js';

/** One call that an operation makes of a sensitive field. */
export interface SensitiveCall {
  fieldClass: SensitiveClass;
  node: FieldNode;
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** Each call as often as it is written, under whatever alias. */
export function sensitiveCallsOf(operation: SoleOperation): SensitiveCall[] {
  const type = rootTypes[operation.definition.operation];
  return rootFieldsOf(operation).flatMap((node) => {
    const fieldClass = sensitiveFields[`${type}.${node.name.value}`];
    return fieldClass ? [{ fieldClass, node }] : [];
  });
}

/**
 * Whose account a call is about, as accounts compares it; no account but one for all when it is no text, which accounts
 * refuses. Hashed: a key in Redis is no place for somebody's address.
 */
export function accountOf({ fieldClass, node }: SensitiveCall, variables: Readonly<Record<string, unknown>>): string {
  const [argumentName, field] = fieldClass.account ?? [];
  const given = node.arguments?.find(({ name }) => name.value === argumentName)?.value;
  const input = given && (valueFromASTUntyped(given, { ...variables }) as Record<string, unknown> | null | undefined);
  const account = field && input?.[field];
  return hash('sha256', typeof account === 'string' ? account.trim().toLowerCase() : '', 'base64url');
}
