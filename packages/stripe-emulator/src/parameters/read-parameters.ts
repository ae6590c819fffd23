import { type z } from 'zod';
import { invalidRequest, type StripeFailure } from '../failures/stripe-failure.js';

/** @throws {StripeFailure} about the first parameter that is unknown, missing or malformed. */
export function readParameters<Parameters>(schema: z.ZodType<Parameters>, raw: object): Parameters {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw failureFrom(issue!, raw);
}

function failureFrom(issue: z.core.$ZodIssue, raw: object): StripeFailure {
  if (issue.code === 'unrecognized_keys') {
    const param = nameOf([...issue.path, issue.keys[0]!]);
    return invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = nameOf(issue.path);
  if (valueAt(raw, issue.path) === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  return invalidRequest(issue.message, { code: codeOf(issue), param });
}

function codeOf(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === 'custom' ? (issue.params?.code as string | undefined) : undefined;
}

/** `['created', 'gte']` → `created[gte]` */
function nameOf([first, ...rest]: PropertyKey[]): string {
  return String(first) + rest.map((part) => `[${String(part)}]`).join('');
}

function valueAt(raw: object, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw);
}
