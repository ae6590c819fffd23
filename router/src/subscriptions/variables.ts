import type { buildOperationContext } from '@apollo/gateway';
import { PublicError } from '@souk/kit/domain';
import { getVariableValues } from 'graphql';

/** @throws {PublicError} BAD_USER_INPUT when the variables are not those that the operation declares. */
export function requireValidVariables(
  { schema, operation }: ReturnType<typeof buildOperationContext>,
  variables: Record<string, unknown>,
): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 10 });
  if (errors?.[0]) throw new PublicError('BAD_USER_INPUT', errors[0].message);
}
